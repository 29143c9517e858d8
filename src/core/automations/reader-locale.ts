/** What is known of the language in which somebody reads; each null where nothing is. */
export type KnownLocales = {
  /** Chosen by the person. */
  chosen: string | null
  /** Of the order or cart. */
  said: string | null
  /** What was seen last. */
  last: string | null
  region: string | null
  shop: string
}

/** The contact's own choice, then the order's or cart's, then what is known of the contact, the region's, the shop's. */
export const readerLocale = ({ chosen, said, last, region, shop }: KnownLocales): string =>
  chosen ?? said ?? last ?? region ?? shop
