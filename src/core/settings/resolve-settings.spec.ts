import { resolveSettings } from "./resolve-settings"
import { DEFAULT_SETTINGS } from "./settings"

const nothing = { fromOptions: {}, stored: {}, isLocked: false }

describe("the settings that hold", () => {
  it("are the built-in ones in a new shop", () => {
    expect(resolveSettings(nothing)).toEqual({ settings: DEFAULT_SETTINGS, defaults: DEFAULT_SETTINGS, problems: [] })
  })
  it("are the plugin options where the admin changed nothing, field by field", () => {
    const { settings, defaults } = resolveSettings({
      fromOptions: { general: { timeZone: "Europe/Berlin", locale: "de" } },
      stored: { general: { locale: "fr" } },
      isLocked: false,
    })
    expect(settings.general).toMatchObject({ timeZone: "Europe/Berlin", locale: "fr" })
    expect(defaults.general.locale).toBe("de")
  })
  it("are the plugin options alone when they are locked", () => {
    const stored = { general: { locale: "fr" } }
    expect(resolveSettings({ fromOptions: {}, stored, isLocked: true }).settings.general.locale).toBe("en")
  })
  it("leave a wrong field out and name it, the rest holds", () => {
    const { settings, problems } = resolveSettings({
      ...nothing,
      fromOptions: { general: { timeZone: "Mars/Olympus", locale: "de" }, tansport: {} },
    })
    expect(settings.general).toMatchObject({ timeZone: "UTC", locale: "de" })
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('"settings.tansport" is not known'),
      'Plugin option "settings.general.timeZone" is "Mars/Olympus", but it must be an IANA time zone such as Europe/Berlin.',
    ])
  })
  it("survive a stored section that is no object", () => {
    const stored = { general: "x" as never }
    const { settings, problems } = resolveSettings({ ...nothing, stored })
    expect(settings).toEqual(DEFAULT_SETTINGS)
    expect(problems[0]).toMatchObject({ source: "setting" })
  })
})
