import { isPublicUrl } from "./base-url"

describe("a base URL that an inbox can reach", () => {
  it.each([
    "https://shop.example.com",
    "http://8.8.8.8",
    "https://[2606:4700::1111]",
    "https://xn--mnchen-3ya.de/store",
  ])("%s can be reached", (url) => expect(isPublicUrl(url)).toBe(true))
  it.each([
    "http://localhost:9000",
    "http://127.0.0.1",
    "http://10.1.2.3",
    "http://192.168.0.4:9000",
    "http://169.254.1.1",
    "http://[::1]",
    "http://[fd00::1]",
    "http://[::ffff:10.0.0.1]",
    "http://medusa",
    "http://shop.local",
    "http://shop.internal.",
    "not a url",
  ])("%s cannot", (url) => expect(isPublicUrl(url)).toBe(false))
})
