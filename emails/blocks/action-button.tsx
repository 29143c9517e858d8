import { Button, Link } from "@react-email/components"
import type { Look } from "../theme"
import { Box } from "./box"
import { Note } from "./words"

type ActionButtonProps = {
  look: Look
  /** An address, or Liquid from `v()`. */
  href: string
  label: string
  /** One-time links (reset, confirmation) are never rewritten. */
  isUntracked?: boolean
}

/** React Email's button keeps its size in Outlook's Word engine by conditional spacers. */
export function ActionButton({ look: { colors }, href, label, isUntracked }: ActionButtonProps) {
  return (
    <Box outer={{ margin: "16px 0 24px" }} plain="button">
      <Button
        href={href}
        className="mr-primary"
        {...(isUntracked ? { "data-no-track": "" } : {})}
        style={{
          backgroundColor: colors.primary,
          color: colors.onPrimary,
          borderRadius: 8,
          padding: "14px 26px",
          fontSize: 16,
          lineHeight: "20px",
          fontWeight: 600,
          textDecoration: "none",
        }}
      >
        {label}
      </Button>
    </Box>
  )
}

/** The address in full, for readers whose client breaks the button. */
export function AddressInFull({ look, href }: { look: Look; href: string }) {
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
