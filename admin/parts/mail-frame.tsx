/** Nothing from outside loads, nothing runs, no form leaves: pictures only from data, our own shop and https. */
const POLICY =
  "default-src 'none'; img-src data: cid: https: http:; style-src 'unsafe-inline'; font-src 'none'; form-action 'none'; base-uri 'none'"
const HEAD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`

type Props = {
  html: string
  title: string
  width?: "desktop" | "phone"
  className?: string
  /** Fills the place that it is given, instead of a row of its own. */
  isWhole?: boolean
  /** Only to look at: the keyboard passes it by. */
  isPicture?: boolean
}

/** A mail as its reader sees it, in a frame without scripts, cookies or origin. */
export function MailFrame({
  html,
  title,
  width = "desktop",
  className = "h-[640px]",
  isWhole = false,
  isPicture = false,
}: Props) {
  return (
    <div className={`bg-ui-bg-subtle flex justify-center overflow-hidden ${isWhole ? "h-full" : ""}`}>
      <iframe
        title={title}
        sandbox=""
        tabIndex={isPicture ? -1 : undefined}
        referrerPolicy="no-referrer"
        srcDoc={withPolicy(html)}
        className={`${className} w-full border-0 bg-white ${width === "phone" ? "max-w-[390px]" : ""}`}
      />
    </div>
  )
}

/** The policy must be the head's first child: what stands before it is not covered. */
function withPolicy(html: string): string {
  const head = /<head[^>]*>/i.exec(html)
  if (!head) return `<head>${HEAD}</head>${html}`
  const end = head.index + head[0].length
  return html.slice(0, end) + HEAD + html.slice(end)
}
