/**
 * A letter as a document of its own, shown in a frame without rights: nothing loads, links open nothing. The nonce is
 * that of the page, whose policy the frame inherits; day and night are chosen here and not by the device.
 */
export function previewDocument(html: string, { nonce, isDark }: { nonce: string; isDark: boolean }): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  return html
    .replace("<head>", `<head>${policy}<base target="_blank">`)
    .replace("<style>", `<style nonce="${nonce.replace(/[^\w+/=-]/g, "")}">`)
    .replace("@media (prefers-color-scheme:dark)", isDark ? "@media all" : "@media not all")
    .replace("color-scheme:light dark;", isDark ? "color-scheme:dark;" : "color-scheme:light;")
    .replace('name="color-scheme" content="light dark"', `name="color-scheme" content="${isDark ? "dark" : "light"}"`);
}

/** What stands between the body's tags. */
export function bodyOf(html: string): string {
  return html.slice(html.indexOf(">", html.indexOf("<body")) + 1, html.lastIndexOf("</body>"));
}
