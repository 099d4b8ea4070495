import { expect, it } from "vitest";
import { deviceName } from "~/access/device";
import { passwordLetter } from "~/access/password-letter";
import { addressKey } from "~/access/throttle-key";

const letter = passwordLetter({
  to: "a@b.example",
  name: 'Zoé <img src=x onerror="alert(1)">',
  purpose: "invitation",
  url: "https://tandem.example/mot-de-passe/abc_DEF-1",
});

it("writes the link in both versions and says how long it lives", () => {
  expect(letter.text).toContain("https://tandem.example/mot-de-passe/abc_DEF-1");
  expect(letter.html).toContain('href="https://tandem.example/mot-de-passe/abc_DEF-1"');
  expect(letter.text).toContain("sept jours");
  expect(passwordLetter({ to: "a", name: "Z", purpose: "reset", url: "u" }).text).toContain("une heure");
});

it("shows a hostile name as text", () => {
  expect(letter.html).not.toContain("<img");
  expect(letter.html).toContain("&#60;img");
});

it("is one column of at most 600 px, without script, style sheet or remote image", () => {
  expect(letter.html).toContain("max-width:600px");
  expect(letter.html).not.toMatch(/<script|<style|<link|<img|@import|url\(/);
});

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox sur Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1",
    "Safari sur iPhone",
  ],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome sur Android"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge sur Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15",
    "Safari sur Mac",
  ],
  ["curl/8.5", "Appareil inconnu"],
])("%s is « %s »", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("tries from %s count for %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
