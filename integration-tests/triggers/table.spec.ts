import { readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { TRIGGER_KINDS } from "../../src/core/automations/triggers/kinds"
import { FILTER_KINDS } from "../../src/core/automations/filters/kinds"

const PAGE = readFileSync(path.join(__dirname, "../../docs/triggers.md"), "utf8")

describe("the documented triggers", () => {
  it("are those of the registry, with group, subject and settings", () => {
    const documented = [...PAGE.matchAll(/^\| `([^`]+)`\s+\| (\w+)\s+\| (\w+)\s+\| ([^|]*)\|[^|]*\|$/gm)].map(
      ([, kind, group, subject, settings]) => ({ kind, group, subject, settings: settings!.match(/[a-zA-Z]+/g) ?? [] }),
    )
    const known = TRIGGER_KINDS.map(({ kind, group, subject, settings }) => {
      const schema = z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }) as { properties?: object }
      return { kind, group, subject: subject ?? "nobody", settings: Object.keys(schema.properties ?? {}) }
    })
    expect(documented).toEqual(known)
  })

  it("name every filter", () => {
    const [, filters] = PAGE.split("## Filters")
    const documented = [...filters!.split("## ")[0]!.matchAll(/^\| `([^`]+)`/gm)].map(([, kind]) => kind)
    expect(documented.sort()).toEqual(FILTER_KINDS.map(({ kind }) => kind).sort())
  })
})
