import { useParams } from "react-router-dom"
import type { Mailing } from "../../parts/api/mailings"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { DirectPage } from "./direct-page"
import { DispatchPage } from "./dispatch-page"
import { EditorPage } from "./editor-page"

/** A draft is written here; what has started is watched here. */
export default function NewsletterPage() {
  const { id = "" } = useParams()
  const mailing = useRead<{ mailing: Mailing }>(`/mailings/${id}`, { refreshMs: 10_000 })
  return (
    <WhenRead read={mailing} loading={<LoadingPage cards={3} />}>
      {({ mailing }) =>
        mailing.kind === "direct" ? (
          <DirectPage key={mailing.id} mailing={mailing} />
        ) : mailing.state === "draft" || mailing.state === "scheduled" ? (
          <EditorPage key={mailing.id} mailing={mailing} />
        ) : (
          <DispatchPage mailing={mailing} />
        )
      }
    </WhenRead>
  )
}
