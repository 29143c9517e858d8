import type { StoreEmail } from "../../parts/api/automations"
import type { GoLive } from "../../parts/api/readiness"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { GoLiveCard } from "./go-live-card"
import { StoreEmailList } from "./store-email-list"

/** One preset e-mail per thing that happens in the shop (F1), switched on one by one (F61). */
export default function StoreEmailsPage() {
  const text = useText()
  const emails = useRead<{ store_emails: StoreEmail[] }>("/store-emails")
  const goLive = useRead<GoLive>("/go-live")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.storeEmails")} hint={text("storeEmails.hint")} />
      {goLive.data && <GoLiveCard goLive={goLive.data} />}
      <WhenRead read={emails} loading={<LoadingPage cards={2} />}>
        {(data) => <StoreEmailList emails={data.store_emails} goLive={goLive.data} />}
      </WhenRead>
    </div>
  )
}
