import { StatusBadge } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { Readiness } from "../../parts/api/readiness"
import { ConfirmLiveShop } from "../../parts/confirm-live-shop"
import { Findings } from "../../parts/findings"
import { Row, Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { SendTest } from "../../parts/send-test"

/** What is wrong and what to do (F59), the live shop (F62), and a test mail. */
export function HealthSection() {
  const text = useText()
  const readiness = useRead<Readiness>("/readiness", { refreshMs: 15_000 })
  const check = useChange<void, Readiness>("/readiness/check", { done: text("health.checked") })
  return (
    <WhenRead read={readiness}>
      {(data) => (
        <>
          <Section
            title={text("health.title")}
            hint={text("health.hint")}
            actions={
              <>
                <ActionButton needs="see" isLoading={check.isPending} onClick={() => check.mutate()}>
                  {text("health.check")}
                </ActionButton>
                <SendTest path="/settings/send-test-mail" />
              </>
            }
          >
            <Findings
              findings={data.findings}
              actionFor={(finding) =>
                finding.key === "live_shop_mismatch" ? <ConfirmLiveShop current={data.live_shop.current} /> : undefined
              }
            />
          </Section>
          <Facts readiness={data} />
        </>
      )}
    </WhenRead>
  )
}

const TRANSPORT = { ok: "green", failed: "red", not_configured: "orange", unchecked: "grey" } as const

function Facts({ readiness }: { readiness: Readiness }) {
  const text = useText()
  const format = useFormat()
  const { transport, live_shop: shop } = readiness
  return (
    <Section title={text("health.facts")}>
      <Row label={text("health.receipts")}>
        <StatusBadge color={readiness.ready ? "green" : "red"}>
          {text(readiness.ready ? "health.go" : "health.stay")}
        </StatusBadge>
      </Row>
      <Row label={text("health.marketing")}>
        <StatusBadge color={readiness.marketing_ready ? "green" : "red"}>
          {text(readiness.marketing_ready ? "health.go" : "health.stay")}
        </StatusBadge>
      </Row>
      <Row label={text("health.server")}>
        <div className="flex flex-col gap-y-1">
          <StatusBadge color={TRANSPORT[transport.state]} className="self-start">
            {text(`health.transport.${transport.state}`)}
          </StatusBadge>
          {transport.detail && <span className="text-ui-fg-subtle">{transport.detail}</span>}
          {transport.checked_at && (
            <span className="text-ui-fg-muted">
              {text("health.checkedAt", { ago: format.ago(transport.checked_at) })}
            </span>
          )}
        </div>
      </Row>
      <Row label={text("health.liveShop")}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span>
            {shop.current.base_url ?? "–"} · {shop.current.environment}
            {shop.confirmed && (
              <span className="text-ui-fg-muted">
                {" "}
                ({text("health.confirmedAt", { at: format.dateTime(shop.confirmed.at) })})
              </span>
            )}
          </span>
          {!shop.matches && <ConfirmLiveShop current={shop.current} />}
        </div>
      </Row>
      <Row label={text("health.mode")}>
        {readiness.mode === "live"
          ? text("goLive.live")
          : text("goLive.toMe", { address: readiness.to_me_address ?? "–" })}
      </Row>
    </Section>
  )
}
