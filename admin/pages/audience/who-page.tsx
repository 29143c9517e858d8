import { Badge, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Audience, BasisRecord } from "../../parts/api/consent"
import { AudienceTabs } from "../../parts/audience-tabs"
import { FigureCard } from "../../parts/figure"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { BasisRecords } from "./basis-records"
import { RecordBasis } from "./record-basis"

type Answer = { audience: Audience; records: BasisRecord[] }

/** The first day: for how many is there a reason to write, and what the owner already has (F57). */
export default function WhoPage() {
  const text = useText()
  const [isRecording, setRecording] = useState(false)
  const answer = useRead<Answer>("/bases", {
    refreshMs: (last) => (last?.records.some(({ state }) => state === "running") ? 1_500 : false),
  })
  return (
    <div className="flex flex-col gap-y-3">
      <AudienceTabs />
      <PageHead
        title={text("who.title")}
        hint={text("who.hint")}
        actions={
          <ActionButton needs="edit" variant="primary" onClick={() => setRecording(true)}>
            {text("who.record")}
          </ActionButton>
        }
      />
      <WhenRead read={answer} loading={<LoadingPage cards={2} />}>
        {({ audience, records }) => (
          <>
            <Totals totals={audience.totals} />
            <Countries countries={audience.countries} />
            <BasisRecords records={records} />
            {isRecording && <RecordBasis audience={audience} onClose={() => setRecording(false)} />}
          </>
        )}
      </WhenRead>
    </div>
  )
}

function Totals({ totals }: { totals: Audience["totals"] }) {
  const text = useText()
  const format = useFormat()
  const figures = [
    ["subscribed", totals.subscribed],
    ["buyers", totals.never_asked_buyers],
    ["others", totals.never_asked_others],
    ["pending", totals.pending],
    ["unsubscribed", totals.unsubscribed],
    ["sunset", totals.sunset],
    ["inactive", totals.inactive],
  ] as const
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {figures.map(([key, value]) => (
        <FigureCard key={key} label={text(`who.${key}`)} hint={text(`who.${key}Hint`)}>
          {format.number(value)}
        </FigureCard>
      ))}
    </div>
  )
}

function Countries({ countries }: { countries: Audience["countries"] }) {
  const text = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <Section title={text("who.countries")}>
      <PagedTable
        rows={countries}
        keyOf={({ country }) => country ?? "none"}
        columns={[
          {
            key: "country",
            head: text("who.country"),
            cell: ({ country }) => (
              <span className="text-ui-fg-base whitespace-nowrap">
                {country ? format.country(country) : text("who.noCountry")}
                {country && (
                  <Badge size="2xsmall" className="ml-2">
                    {country}
                  </Badge>
                )}
              </span>
            ),
          },
          {
            key: "subscribed",
            head: text("who.subscribed"),
            align: "right",
            cell: (row) => format.number(row.subscribed),
          },
          {
            key: "buyers",
            head: text("who.buyers"),
            align: "right",
            cell: (row) => format.number(row.never_asked_buyers),
          },
          {
            key: "others",
            head: text("who.others"),
            align: "right",
            cell: (row) => format.number(row.never_asked_others),
          },
          {
            key: "unsubscribed",
            head: text("who.unsubscribed"),
            align: "right",
            cell: (row) => format.number(row.unsubscribed),
          },
          {
            key: "rule",
            head: text("who.rule"),
            width: "min-w-[260px]",
            cell: ({ rule }) => (
              <Text size="small" className="text-ui-fg-subtle py-2">
                {word("who.rules", rule)}
              </Text>
            ),
          },
        ]}
      />
    </Section>
  )
}
