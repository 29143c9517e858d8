import type { BlockOf } from "../../src/core/templates/document"
import { readableOn, safeColor } from "../../src/core/templates/colors"
import { t } from "../liquid"
import type { Look } from "../theme"
import { Box } from "./box"

/** A code worth money on a panel of its own: a coupon, a gift card. */
export function Coupon({ look, block }: { look: Look; block: BlockOf<"coupon"> }) {
  const background = safeColor(block.color ?? look.colors.primary, look.colors.primary)
  const color = readableOn(background)
  if (!block.code.trim()) return null
  return (
    <Box
      align="center"
      className={block.color ? "mr-panel" : "mr-primary"}
      outer={{ margin: "8px 0 28px", backgroundColor: background, borderRadius: 14, borderCollapse: "separate" }}
      inner={{ padding: "30px 24px 26px", color }}
    >
      {block.title.trim() ? (
        <div style={{ margin: "0 0 14px", fontSize: 26, lineHeight: "32px", fontWeight: 700, color }}>
          {t(block.title)}
        </div>
      ) : null}
      {block.label.trim() ? (
        <div style={{ margin: "0 0 6px", fontSize: 13, lineHeight: "18px", color }}>{t(block.label)}</div>
      ) : null}
      <div
        style={{
          fontFamily: "Menlo, Consolas, monospace",
          fontSize: 22,
          lineHeight: "30px",
          letterSpacing: "2px",
          color,
        }}
      >
        {t(block.code)}
      </div>
      {block.note.trim() ? (
        <div style={{ margin: "14px 0 0", fontSize: 13, lineHeight: "19px", color }}>{t(block.note)}</div>
      ) : null}
    </Box>
  )
}
