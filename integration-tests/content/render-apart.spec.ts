import { RenderApart } from "../../src/rendering/render-apart"
import { RenderError } from "../../src/rendering/render-error"
import { renderMessage } from "../../src/rendering/render-message"
import { anInput, aTemplate } from "./fixtures"

/** More than its heap, where the engine's own limits do not look: what a fault in a filter would be. */
const hungry = () =>
  anInput({ context: { list: Array.from({ length: 200 }, (_, n) => String(n).padEnd(1_000_000, "x")) } })

describe("a draft in a thread of its own", () => {
  it("is the same mail as in the process", async () => {
    const apart = new RenderApart()
    const template = aTemplate({ subject: "Hi {{ name }}", html: "<p>{{ name }}</p>", plain: "{{ name }}" })
    const input = anInput({ context: { name: "<Ada>" } })
    expect(await apart.render(template, input)).toEqual(renderMessage({ ...template, versionId: null }, input))
    await apart.close()
  })

  it("that fills its memory ends its thread, not the process; the next one is rendered", async () => {
    const apart = new RenderApart({ megabytes: 32, milliseconds: 60_000, startMilliseconds: 60_000 })
    const failed = await apart.render(aTemplate({ html: "x" }), hungry()).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(RenderError)
    expect((failed as RenderError).failure).toBe("memory")
    expect((await apart.render(aTemplate({ html: "next" }), anInput())).html).toBe("next")
    await apart.close()
  })

  it("that takes too long is ended", async () => {
    const apart = new RenderApart({ megabytes: 64, milliseconds: 1, startMilliseconds: 1 })
    const failed = await apart.render(aTemplate({ html: "x" }), anInput()).catch((error: unknown) => error)
    expect((failed as RenderError).failure).toBe("time")
    await apart.close()
  })

  it("tells what the engine's own limits say", async () => {
    const apart = new RenderApart()
    const endless = aTemplate({ html: "{% for i in (1..100000) %}{% for j in (1..1000) %}{% endfor %}{% endfor %}" })
    const [failed, fine] = await Promise.all([
      apart.render(endless, anInput()).catch((error: unknown) => error),
      apart.render(aTemplate({ html: "{{ a }}" }), anInput({ context: { a: 1 } })),
    ])
    expect((failed as RenderError).failure).toBe("time")
    expect((failed as RenderError).message).toContain("loops without an end")
    expect(fine.html).toBe("1")
    await apart.close()
  })
})
