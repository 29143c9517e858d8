/** Braces of Liquid that were opened are closed; whether Liquid understands what is between them shows when it is made. */
export const hasClosedBraces = (text: string): boolean =>
  text.split("{{").length === text.split("}}").length && text.split("{%").length === text.split("%}").length

/** What is said where they are not. */
export const OPEN_BRACES = 'a "{{" or "{%" is not closed: write {{ order.displayId }}'
