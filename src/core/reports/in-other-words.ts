/** An English sentence of the server with places for its values, and the same sentence for another reader. */
export type Wording = readonly [english: string, other: string]

type Place = { n: string; isQuoted: boolean }
type Pattern = { expression: RegExp; places: Place[]; weight: number; other: string }
/** `weight` is how many letters of a text are accounted for, as words of ours or as quoted; 0 leaves it as it is. */
type Reading = { text: string; weight: number }

const LONGEST = 2_000
const MOST_PARTS = 12
/** {0}, and {0!} or "{0}" for what somebody else said or named. */
const PLACE = /\{\d!?\}/g
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/

/**
 * Sentences of the server in the reader's language, without a code for each of them: the English sentence is the key, as
 * in gettext, and its values are found by the places that it leaves. Sentences may follow one another and stand inside
 * each other; of several readings the one that accounts for most of the text wins. What is unknown stays English, what is
 * quoted stays as it was said.
 *
 * @example inOtherWords([['There is no topic "{0}".', "Es gibt kein Thema „{0}“."]])('There is no topic "a".')
 */
export function inOtherWords(
  wordings: readonly Wording[],
  showInstant: (iso: string) => string = (iso) => iso,
): (sentence: string) => string {
  const patterns = wordings.map(patternOf)
  const known = new Map<string, Reading>()

  function read(text: string): Reading {
    const before = known.get(text)
    if (before) return before
    const readings = [...patterns.flatMap((pattern) => wholly(pattern, text)), ...inParts(text)]
    const best = readings.reduce((one, other) => (other.weight > one.weight ? other : one), { text, weight: 0 })
    known.set(text, best)
    return best
  }

  function wholly({ expression, places, weight, other }: Pattern, text: string): Reading[] {
    const match = expression.exec(text)
    if (!match) return []
    const values = places.map(({ n, isQuoted }, at): [string, Reading] => {
      const value = match[at + 1]!
      return [n, isQuoted ? { text: value, weight: value.length } : valueOf(value)]
    })
    const words = new Map(values.map(([n, value]) => [n, value.text]))
    return [
      {
        text: other.replace(/\{(\d)\}/g, (_, n: string) => words.get(n) ?? ""),
        weight: values.reduce((sum, [, value]) => sum + value.weight, weight),
      },
    ]
  }

  function valueOf(value: string): Reading {
    return INSTANT.test(value) ? { text: showInstant(value), weight: 0 } : read(value)
  }

  function inParts(text: string): Reading[] {
    return [...text.matchAll(/[.!?:;] /g)].slice(0, MOST_PARTS).map(({ index }) => {
      const [first, rest] = [read(text.slice(0, index + 1)), read(text.slice(index + 2))]
      return { text: `${first.text} ${rest.text}`, weight: first.weight + rest.weight }
    })
  }

  return (sentence) => {
    if (sentence.length > LONGEST) return sentence
    if (known.size > 5_000) known.clear()
    return read(sentence).text
  }
}

function patternOf([english, other]: Wording): Pattern {
  const literals = english.split(PLACE)
  const places = (english.match(PLACE) ?? []).map((place, at) => ({
    n: place[1]!,
    isQuoted: place.includes("!") || (literals[at]!.endsWith('"') && literals[at + 1]!.startsWith('"')),
  }))
  return {
    expression: new RegExp(`^${literals.map(escaped).join("(.+?)")}$`, "s"),
    places,
    weight: literals.join("").length,
    other,
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
