/**
 * Fonts that mail programs have by themselves: a mail loads none from elsewhere (it would tell who reads it, and half of
 * the programs refuse). Each names what comes next where a system lacks the first.
 */
export const FONTS = {
  system: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Helvetica, Arial, sans-serif',
  classic: 'Georgia, "Times New Roman", Times, serif',
  bookish: '"Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif',
  round: '"Trebuchet MS", "Lucida Grande", "Segoe UI", sans-serif',
  clear: "Verdana, Geneva, Tahoma, sans-serif",
} as const

export type Font = keyof typeof FONTS
export const FONT_NAMES = Object.keys(FONTS) as [Font, ...Font[]]
