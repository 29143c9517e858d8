/** A page of the storefront as Mailroom keeps it. */
export type Page = {
  /** Without the country or language in front, query, fragment and slash at the end: the same page is one page. */
  path: string
  productHandle: string | null
  /** The innermost category. */
  categoryHandle: string | null
}

const LONGEST_PATH = 300

/**
 * What a path of the storefront shows. Medusa's Next.js starter has /at/products/:handle and
 * /at/categories/:outer/:inner; other storefronts say by the script's call which product or category they show.
 */
export function pageOf(path: string): Page {
  const parts = path
    .split(/[?#]/, 1)[0]!
    .split("/")
    .filter((part) => part !== "")
    .map(decoded)
  const shown = isPlace(parts[0]) ? parts.slice(1) : parts
  const [first, ...rest] = shown
  return {
    path: `/${shown.join("/")}`.slice(0, LONGEST_PATH),
    productHandle: first === "products" ? (rest[0] ?? null) : null,
    categoryHandle: first === "categories" ? (rest.at(-1) ?? null) : null,
  }
}

/** Whether a page lies in a section of the site: the page itself, or what is below it. */
export function isInSection(path: string, section: string): boolean {
  const wanted = pageOf(section).path
  return wanted === "/" || path === wanted || path.startsWith(`${wanted}/`)
}

/** "at", "de-AT": what storefronts put in front for a country or a language. */
const isPlace = (part: string | undefined) => part !== undefined && /^[a-z]{2}([-_][A-Za-z]{2})?$/.test(part)

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
