import { Readable } from "node:stream"
import { bodyUpTo } from "../../src/api/admin/mailroom/media/body-up-to"
import { MOST_PICTURE_BYTES } from "../../src/modules/mailroom/services/media"
import { openMailroom } from "../support/database"
import { aShop } from "../support/shop"

type Opened = Awaited<ReturnType<typeof openMailroom>>

const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script/></svg>'

/** Signature and head: what a picture's kind and size are read from. */
function aPng({ width = 320, height = 240, bytes = 200 } = {}): Buffer {
  const file = Buffer.alloc(bytes)
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(file)
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  return file
}

describe("the picture library", () => {
  let opened: Opened
  const media = () => opened.mailroom.media
  const add = (file: Partial<Parameters<Opened["mailroom"]["media"]["add"]>[0]> = {}) =>
    media().add({ name: "lamp.png", alt: "A red lamp", bytes: aPng(), by: "user_1", ...file })
  const listed = async (q?: string) => (await media().list({ q, limit: 50 })).media.map(({ id }) => id)

  beforeEach(async () => {
    opened = await openMailroom()
    opened.mailroom.shop = aShop()
  })
  afterEach(() => opened.close())

  it("keeps a picture with its own size, and the shop's File Module keeps the file", async () => {
    const kept = await add()
    expect(kept).toMatchObject({
      url: "https://shop.example/files/lamp.png",
      mime: "image/png",
      width: 320,
      height: 240,
      bytes: 200,
      alt: "A red lamp",
    })
    expect(await listed()).toEqual([kept.id])
  })

  it("goes by the bytes: neither a name nor a type makes a picture of a page, a script or an SVG", async () => {
    for (const bytes of [SVG, "<html><script>alert(1)</script>", "GIF", "%PDF-1.7", "BM6\u0000\u0000"])
      await expect(add({ name: "lamp.png", bytes: Buffer.from(bytes) })).rejects.toThrow("no PNG, JPEG, GIF or WebP")
    await expect(add({ bytes: Buffer.alloc(0) })).rejects.toThrow("The file is empty")
    expect(await listed()).toEqual([])
  })

  it("refuses what no mail can carry, by weight and by pixels", async () => {
    expect((await add({ bytes: aPng({ bytes: MOST_PICTURE_BYTES }) })).bytes).toBe(MOST_PICTURE_BYTES)
    await expect(add({ bytes: aPng({ bytes: MOST_PICTURE_BYTES + 1 }) })).rejects.toThrow("more than 5 MB")
    await expect(add({ bytes: null })).rejects.toThrow("more than 5 MB")
    await expect(add({ bytes: aPng({ width: 6001 }) })).rejects.toThrow("6001 × 240 pixels")
    await expect(add({ bytes: aPng({ height: 6001 }) })).rejects.toThrow("320 × 6001 pixels")
  })

  it.each([
    ["../../etc/passwd", "picture.png"],
    ["../../etc/passwd.png", "etc-passwd.png"],
    ["lamp.php", "lamp.png"],
    ["lamp.svg", "lamp.png"],
    ["Lampe für Öl & Co.jpeg", "Lampe-fu-r-O-l-Co.png"],
    ["<img src=x onerror=alert(1)>", "img-src-x-onerror-alert-1.png"],
    ["電燈.png", "picture.png"],
    ["", "picture.png"],
    ["a".repeat(300), `${"a".repeat(60)}.png`],
  ])("calls a file that came as %j %s", async (name, expected) => {
    expect((await add({ name })).name).toBe(expected)
  })

  it("is found by name and by what a picture shows; % and _ are what they are", async () => {
    const lamp = await add()
    const chair = await add({ name: "chair_1.png", alt: "100% oak" })
    expect(await listed("RED")).toEqual([lamp.id])
    expect(await listed("100%")).toEqual([chair.id])
    expect(await listed("r_1")).toEqual([chair.id])
    expect(await listed("a_p")).toEqual([])
  })

  it("is read page by page without losing or repeating a picture", async () => {
    const ids = new Set<string>()
    for (let n = 0; n < 5; n++) ids.add((await add({ name: `${n}.png` })).id)
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<Opened["mailroom"]["media"]["list"]>> = await media().list({ cursor, limit: 2 })
      seen.push(...page.media.map(({ id }) => id))
      cursor = page.next_cursor
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(ids)
  })

  it("takes a new description, and forgets a picture whose file stays for the mails that show it", async () => {
    const { id } = await add()
    expect(await media().describe(id, "A lamp, lit")).toMatchObject({ id, alt: "A lamp, lit" })
    await media().remove(id)
    expect(await listed()).toEqual([])
    await expect(media().remove(id)).rejects.toThrow(`no picture "${id}"`)
    await expect(media().describe(id, "")).rejects.toThrow(`no picture "${id}"`)
  })
})

describe("a picture on its way up", () => {
  /** A body that says how much of it was asked for. */
  function aBody(bytes: number, chunk = 1000) {
    const read = { bytes: 0 }
    const chunks = function* () {
      for (let left = bytes; left > 0; left -= chunk) {
        read.bytes += Math.min(chunk, left)
        yield Buffer.alloc(Math.min(chunk, left))
      }
    }
    return { body: Readable.from(chunks(), { highWaterMark: 1 }), read }
  }

  it("is kept up to the limit, to the byte", async () => {
    expect(await bodyUpTo(aBody(5000).body, 5000)).toHaveLength(5000)
    expect(await bodyUpTo(aBody(5001).body, 5000)).toBeNull()
  })

  it("is read to its end when it is too heavy, so that the refusal arrives", async () => {
    const { body, read } = aBody(20_000)
    expect(await bodyUpTo(body, 5000)).toBeNull()
    expect(read.bytes).toBe(20_000)
  })

  it("is cut off when it never ends", async () => {
    const { body, read } = aBody(10_000_000)
    expect(await bodyUpTo(body, 5000)).toBeNull()
    expect(read.bytes).toBeLessThan(100_000)
  })
})
