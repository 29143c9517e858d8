import { CheckCircleSolid, XCircle } from "@medusajs/icons"
import { Badge, Button, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { Clause, Rule } from "../../../src/core/segments/rule"
import { conditionWords, type Speaker } from "../../../src/core/segments/segment-sentence"
import type { Explanation, Person } from "../../parts/api/segments"
import { mailroom } from "../../parts/client"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useText } from "../../parts/use-text"
import { FindContact } from "./find-contact"
import { useSettled } from "./preview-card"

/** "Is she in it, and why?": each condition for one person, and which of them decide. */
export function WhyCard({ rule, speaker }: { rule: Rule | null; speaker: Speaker }) {
  const text = useText()
  const [person, setPerson] = useState<Person | null>(null)
  return (
    <Section title={text("segments.why")} hint={text("segments.whyHint")}>
      <div className="px-6 py-4">
        <FindContact
          action={(found, done) => (
            <Button
              size="small"
              variant="transparent"
              onClick={() => {
                setPerson(found)
                done()
              }}
            >
              {text("segments.ask")}
            </Button>
          )}
        />
      </div>
      {person && rule && <Answer person={person} rule={rule} speaker={speaker} />}
      {person && !rule && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("segments.notYet")}
        </Text>
      )}
    </Section>
  )
}

function Answer({ person, rule, speaker }: { person: Person; rule: Rule; speaker: Speaker }) {
  const text = useText()
  const asked = useSettled(rule)
  const answer = useQuery({
    queryKey: ["mailroom", "/segments/explain", asked, person.id],
    queryFn: () =>
      mailroom<Explanation>("/segments/explain", { method: "POST", body: { rule: asked, contact_id: person.id } }),
    retry: false,
  })
  const who = person.name ?? person.email ?? ""
  return (
    <div className="px-6 py-4">
      <WhenRead read={answer}>
        {(found) => (
          <div className="flex flex-col gap-y-3">
            <Text weight="plus">{text(found.is_in ? "segments.isIn" : "segments.isOut", { who })}</Text>
            <Clauses rules={asked.rules} at="" found={found} speaker={speaker} />
          </div>
        )}
      </WhenRead>
    </div>
  )
}

function Clauses({ rules, at, found, speaker }: { rules: Clause[]; at: string; found: Explanation; speaker: Speaker }) {
  const text = useText()
  return (
    <ul className="flex flex-col gap-y-2">
      {rules.map((clause, n) => {
        const path = at === "" ? String(n) : `${at}.${n}`
        const verdict = found.clauses.find((one) => one.path === path)
        if (!verdict) return null
        return (
          <li key={path} className={verdict.decides ? "" : "opacity-60"}>
            <div className="flex items-start gap-x-2">
              {verdict.holds ? (
                <CheckCircleSolid
                  className="text-ui-tag-green-icon mt-0.5 shrink-0"
                  aria-label={text("segments.holds")}
                />
              ) : (
                <XCircle className="text-ui-fg-error mt-0.5 shrink-0" aria-label={text("segments.fails")} />
              )}
              <Text size="small" className="min-w-0 flex-1 break-words">
                {clause.kind === "group"
                  ? text(`segments.matchShort.${clause.match}`)
                  : conditionWords(clause, speaker)}
              </Text>
              {verdict.decides && <Badge size="2xsmall">{text("segments.decides")}</Badge>}
            </div>
            {clause.kind === "group" && (
              <div className="ml-6 mt-2">
                <Clauses rules={clause.rules} at={path} found={found} speaker={speaker} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
