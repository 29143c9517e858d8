import { concerned, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const shipment: BuiltinTemplate = (texts) => {
  const [facts, ...items] = concerned(texts.shipment.inside, { isDeliveryAddressShown: true })
  return orderNews(texts, texts.shipment, [
    facts!,
    { id: "tracking", type: "tracking", buttonLabel: texts.shipment.trackButton },
    ...items,
  ])
}
