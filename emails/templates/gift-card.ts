import { mail, note, only, words } from "./parts"
import type { BuiltinTemplate } from "./template"

export const giftCard: BuiltinTemplate = ({ gift_card: own, common }) =>
  mail(own, [
    words("intro", own.intro),
    {
      id: "card",
      type: "coupon",
      title: "{{ giftCard.amount | money: giftCard.currency }}",
      label: own.code,
      code: "{{ giftCard.code }}",
    },
    note("expires", own.expires, only("gift_card_expires")),
    {
      id: "button",
      type: "button",
      label: own.button,
      url: "{{ shop.url }}",
      isTracked: false,
      ...only("shop_has_url"),
    },
    note("questions", common.questions),
  ])
