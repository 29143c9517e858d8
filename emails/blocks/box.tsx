import type { CSSProperties, ReactNode } from "react"
import { WIDTH } from "../theme"

type BoxProps = {
  children: ReactNode
  /** As wide as a mail is; without it as wide as its place. */
  isPage?: boolean
  align?: "left" | "center" | "right"
  className?: string
  /** Of the table: background, border, margin. */
  outer?: CSSProperties
  /** Of its one cell: padding. */
  inner?: CSSProperties
  plain?: "skip" | "button"
}

/** A table of one cell: what Outlook's Word engine understands as a box. */
export function Box({ children, isPage = false, align = "left", className, outer, inner, plain }: BoxProps) {
  const width = isPage ? WIDTH : "100%"
  return (
    <table
      align={isPage ? "center" : undefined}
      width={width}
      border={0}
      cellPadding={0}
      cellSpacing={0}
      role="presentation"
      className={[isPage ? "mr-wide" : "", className].filter(Boolean).join(" ") || undefined}
      style={{ ...(isPage ? { width: "100%", maxWidth: WIDTH } : {}), ...outer }}
      data-plain={plain}
    >
      <tbody>
        <tr>
          <td align={align} className={isPage ? "mr-pad" : undefined} style={inner}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
