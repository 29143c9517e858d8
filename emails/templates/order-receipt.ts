import { divider, footer, greeting, logo, note, only, orderButton, title, words } from "./parts"
import type { BuiltinTemplate } from "./template"

/**
 * To the buyer, and with other words to the owner: one template, so that both see the same figures. The owner's subject
 * is put in front when it is compiled (rendering/compile-builtin.ts).
 */
export const orderReceipt: BuiltinTemplate = (texts) => {
  const { order_receipt: receipt, common } = texts
  const toBuyer = only("is_owner_copy", false)
  const toOwner = only("is_owner_copy")
  return {
    subject: receipt.subject,
    preheader: receipt.preheader,
    blocks: [
      logo,
      title(receipt.ownerHeading, { id: "owner-heading", ...toOwner }),
      words("owner-intro", receipt.ownerIntro, toOwner),
      title(receipt.heading, toBuyer),
      ...greeting(texts, "order.firstName", only("buyer_has_first_name"), only("buyer_has_no_first_name")),
      words("intro", receipt.intro, toBuyer),
      { id: "order", type: "order" },
      orderButton(texts),
      divider("line-1"),
      {
        id: "addresses",
        type: "order",
        lines: "none",
        isFactsShown: false,
        isTotalsShown: false,
        isAddressesShown: true,
      },
      divider("line-2"),
      note("owner-note", receipt.ownerNote, toOwner),
      note("questions", common.questions, toBuyer),
      footer,
    ],
  }
}
