import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { bodyOf, previewDocument } from "./preview-document";

interface LetterFrameProps {
  readonly html: string;
  readonly title: string;
  readonly isDark: boolean;
}

/**
 * The letter as a mailbox shows it, in a sandbox where nothing runs and nothing leaves. Only the words change while one
 * writes: the frame keeps its place, and the eye too.
 */
export function LetterFrame({ html, title, isDark }: LetterFrameProps) {
  const nonce = usePageNonce();
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(html);
  latest.current = html;
  const shell = useMemo(
    () => (nonce === null ? "" : previewDocument(latest.current, { nonce, isDark })),
    [nonce, isDark],
  );
  const fill = useCallback(() => {
    const body = frame.current?.contentDocument?.body;
    if (body?.hasChildNodes()) body.innerHTML = bodyOf(latest.current);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are what changes
  useEffect(fill, [html, fill]);
  return (
    <iframe
      ref={frame}
      className="mailing-frame"
      title={title}
      sandbox="allow-same-origin" // so that this page may write in it: scripts, forms and popups stay off
      srcDoc={shell}
      onLoad={fill}
    />
  );
}

/** Known to the browser only: written in the page's head, and hidden from scripts that would read it as an attribute. */
function usePageNonce(): string | null {
  const [nonce, setNonce] = useState<string | null>(null);
  useEffect(() => setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ""), []);
  return nonce;
}
