import { describeFlow } from "../support/flow"
import { fromShopEventToInbox } from "./1-shop-event-to-inbox"
import { fromInboxAndBack } from "./2-inbox-and-back"

jest.setTimeout(240_000)

// One store for both: to boot it costs as much as several of the tests.
describeFlow((flow) => {
  describe("from a shop event to the inbox", () => fromShopEventToInbox(flow))
  describe("from the inbox and back", () => fromInboxAndBack(flow))
})
