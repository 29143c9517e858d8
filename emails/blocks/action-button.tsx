import { Button } from "@react-email/button"
import { Link } from "@react-email/link"
import { Fragment, type CSSProperties } from "react"
import { readableOn, safeColor } from "../../src/core/templates/colors"
import { outlookFontOf, startOf, type Look } from "../theme"
import { Box } from "./box"
import { outlookButton } from "./outlook-button"
import { Note } from "./words"

type ActionButtonProps = {
  look: Look
  /** An address, or Liquid from `v()`. */
  href: string
  label: string
  /** One-time links (reset, confirmation) are never rewritten. */
  isUntracked?: boolean
  align?: "left" | "center" | "right" | null
  /** Instead of the brand's. */
  color?: string | null
  isWide?: boolean
  isSmall?: boolean
  /** Pixels beside other things; left out: as wide as the letter. */
  room?: number
  /** Followed by the address in full. */
  isAddressShown?: boolean
}

/** A shape for Outlook where that can be; elsewhere it keeps its size by the conditional spacers of React Email's button. */
export function ActionButton({
  look,
  href,
  label,
  isUntracked,
  align,
  color,
  room,
  isAddressShown,
  ...size
}: ActionButtonProps) {
  const { colors } = look
  const background = color ? safeColor(color, colors.primary) : colors.primary
  const ink = color ? readableOn(background) : colors.onPrimary
  const font = outlookFontOf(look)
  const outlook = outlookButton({ href, label, background, color: ink, font, isUntracked, room, ...size })
  const shown = {
    href,
    className: color ? undefined : "mr-primary",
    ...(isUntracked ? { "data-no-track": "" } : {}),
    style: { backgroundColor: background, color: ink, ...shapeOf(size) },
  }
  return (
    <Fragment>
      <Box
        outer={{ margin: size.isSmall ? "8px 0 12px" : "16px 0 24px" }}
        align={align ?? startOf(look)}
        plain="button"
      >
        {outlook ? (
          <Fragment>
            {outlook[0]}
            <Link {...shown} style={{ ...shown.style, display: size.isWide ? "block" : "inline-block" }}>
              {label}
            </Link>
            {outlook[1]}
          </Fragment>
        ) : (
          <Button {...shown}>{label}</Button>
        )}
      </Box>
      {isAddressShown ? <AddressInFull look={look} href={href} /> : null}
    </Fragment>
  )
}

function shapeOf({ isWide, isSmall }: Pick<ActionButtonProps, "isWide" | "isSmall">): CSSProperties {
  return {
    borderRadius: 8,
    padding: isSmall ? "9px 16px" : "14px 26px",
    fontSize: isSmall ? 14 : 16,
    lineHeight: "20px",
    fontWeight: 600,
    textDecoration: "none",
    ...(isWide ? { display: "block", textAlign: "center" } : {}),
  }
}

/** The address in full, for readers whose client breaks the button. */
function AddressInFull({ look, href }: { look: Look; href: string }) {
  return (
    <div data-plain="skip">
      <Note look={look} style={{ marginBottom: 4 }}>
        {look.texts.common.buttonFails}
      </Note>
      <Note look={look} style={{ wordBreak: "break-all" }}>
        <Link
          href={href}
          data-no-track=""
          style={{ color: look.colors.faint, textDecoration: "underline", wordBreak: "break-all" }}
        >
          {href}
        </Link>
      </Note>
    </div>
  )
}
