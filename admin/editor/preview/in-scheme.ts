/**
 * The mail as a reader with a dark (or light) screen sees it, whatever the owner's own screen is: the question
 * `prefers-color-scheme` is answered in the sheet, because a frame without scripts cannot be told.
 */
export function inScheme(html: string, scheme: "light" | "dark"): string {
  return html.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi, (_, asked: string) =>
    asked.toLowerCase() === scheme ? "(min-width:0)" : "(max-width:0)",
  )
}
