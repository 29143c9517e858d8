import { openAdmin, type OpenAdmin } from "./admin-in-browser"
import { walkAutomations } from "./automations-walk"
import { walkAudience } from "./audience-walk"
import { chromiumPath, tellWithoutBrowser } from "./chromium"
import { walkDialogs } from "./dialogs-walk"
import { walkEditor } from "./editor-walk"
import { walkMailing } from "./mailing-walk"
import { walkPages } from "./pages-walk"
import { walkSegments } from "./segments-walk"
import { walkVersions } from "./versions-walk"

// Nothing here is measured against the clock: a machine that does other things as well is slow, not broken.
jest.setTimeout(600_000)
tellWithoutBrowser("the browser walks of the admin")

describe("in a browser", () => {
  let opened: OpenAdmin
  beforeAll(async () => {
    if (chromiumPath) opened = await openAdmin()
  })
  afterAll(() => opened?.close())
  afterEach(() => expect(opened?.failures.splice(0) ?? []).toEqual([]))

  walkAudience(() => opened)
  walkPages(() => opened)
  walkDialogs(() => opened)
  walkEditor(() => opened)
  walkAutomations(() => opened)
  walkVersions(() => opened)
  walkSegments(() => opened)
})

// A store of its own: five thousand readers more would be in everybody's figures.
describe("in a browser, with many readers", () => {
  let opened: OpenAdmin
  beforeAll(async () => {
    if (chromiumPath) opened = await openAdmin()
  })
  afterAll(() => opened?.close())
  afterEach(() => expect(opened?.failures.splice(0) ?? []).toEqual([]))

  walkMailing(() => opened)
})
