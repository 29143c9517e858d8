import { goLiveTemplate } from "../../../../core/reports/go-live"
import { isoOrNull } from "../../../../core/reports/outbox-row"
import { answer } from "../call"

export const GET = answer(async ({ mailroom }) => {
  const { automations, readiness } = mailroom
  const [hasPastOrders, mails, list, { mode, to_me_address }] = await Promise.all([
    automations.storeHasOrders(),
    automations.storeMails(),
    automations.list("store_email"),
    readiness.state(),
  ])
  return {
    has_past_orders: hasPastOrders,
    shop_mails: {
      total: mails?.total ?? null,
      templates: (mails?.templates ?? []).map(({ template, count, lastAt }) => ({ template, count, last_at: lastAt })),
    },
    mode,
    to_me_address,
    templates: list
      .filter(({ builtin }) => builtin !== null)
      .map(({ id, name, state, builtin, switchedOnAt }) => ({
        id,
        key: builtin!.key,
        name,
        is_on: state === "live",
        switched_on_at: state === "live" ? isoOrNull(switchedOnAt) : null,
        ...goLiveTemplate(builtin!.key, builtin!.event, mails),
      })),
  }
})
