import type { DocumentProblem } from "../templates/document-problems"
import { abOutlook, type UsualRates } from "./ab-outlook"
import { twins, variantContents, variantLetter, type AbTest } from "./ab-test"

/** What is looked at before an A/B test may start. `problems`: of each variant's content, the first one first. */
export type AbFacts = {
  test: AbTest
  mailing: Parameters<typeof twins>[0]
  controlShare: number
  isTracked: boolean
  isLocal: boolean
  problems: DocumentProblem[][]
  rates: UsualRates
}

type Item = { key: string; ok: boolean; severity: "blocks" | "warning"; sentence: string; way_out: string | null }

/** `people` null: nobody was counted. `seen`: those of the recipients who agreed to tracking. */
export function abItems(
  facts: AbFacts | null,
  people: { recipients: number | null; seen?: number | null } | null,
): Item[] {
  if (facts === null) return []
  const wrong = whatIsWrong(facts)
  if (wrong) return [{ key: "ab_test", ok: false, severity: "blocks", ...wrong }]
  return people?.recipients == null ? [] : [outlookItem(facts, people.recipients, people.seen ?? 0)]
}

type Wrong = { sentence: string; way_out: string }

function whatIsWrong({ test, mailing, isTracked, isLocal, problems }: AbFacts): Wrong | null {
  const same = twins(mailing, test)
  if (same)
    return {
      sentence: `Variants ${variantLetter(same[0])} and ${variantLetter(same[1])} are the same.`,
      way_out: "Give one of them another subject, sender, content or time.",
    }
  const unnamed = variantContents(mailing, test).findIndex(({ subject }) => subject.trim() === "")
  if (unnamed > 0) return { sentence: `Variant ${variantLetter(unnamed + 1)} has no subject.`, way_out: "Write one." }
  const unfinished = problems.findIndex((found) => found.some(({ problem }) => problem !== "picture_without_alt"))
  if (unfinished > 0)
    return {
      sentence: `The content of variant ${variantLetter(unfinished + 1)} is unfinished.`,
      way_out: "Open the variant: a block has no link, no words or no picture.",
    }
  if (!isTracked && (test.criterion === "open" || test.criterion === "click"))
    return {
      sentence: "The A/B test is decided by opens or clicks, but tracking is off.",
      way_out: "Switch tracking on, or decide by orders.",
    }
  if (isLocal && test.variants.some(({ time }) => time))
    return {
      sentence: "Variants at different times cannot go at each reader's own time.",
      way_out: "Send it at one moment for all, or take the times out of the test.",
    }
  return null
}

function outlookItem({ test, controlShare, rates }: AbFacts, recipients: number, seen: number): Item {
  const { criterion, variants, share } = test
  const { people, usual, from, lift, isTooFew } = abOutlook({
    criterion,
    variants: variants.length,
    share,
    controlShare,
    recipients,
    seen: recipients === 0 ? 0 : seen / recipients,
    rates,
  })
  if (isTooFew)
    return {
      key: "ab_too_few",
      ok: false,
      severity: test.decide === "automatic" ? "blocks" : "warning",
      sentence: `Too few for the A/B test: each variant would reach ${people} people in whom it can be seen.`,
      way_out: "Give the test a larger share or fewer variants, decide by something more frequent, or take it out.",
    }
  const sentence =
    from === null
      ? `A/B test: ${people} people for each variant; a difference shows if the better one brings ${percent(lift!)} more.`
      : `A/B test: ${people} people for each variant; a difference shows if one has ${percent(usual)} and the better one ${percent(from)} or more.`
  return { key: "ab_test", ok: true, severity: "blocks", sentence, way_out: null }
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
