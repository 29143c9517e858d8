import { useEffect, useMemo, useRef, useState } from "react"
import { MailFrame } from "../../parts/mail-frame"
import { useText } from "../../parts/use-text"
import type { Width } from "../../parts/width-switch"
import { inScheme } from "./in-scheme"

/** As wide as a mail is read on a computer; in a narrow column it is shown smaller, not broken differently. */
const DESKTOP = 680
const PHONE = 390
const HEIGHT = 720

type Props = { html: string; width: Width; isDark: boolean }

export function ScaledFrame({ html, width, isDark }: Props) {
  const text = useText()
  const box = useRef<HTMLDivElement>(null)
  const room = useWidth(box)
  const wanted = width === "phone" ? PHONE : Math.max(DESKTOP, room)
  const shown = useMemo(() => inScheme(html, isDark ? "dark" : "light"), [html, isDark])
  const scale = room > 0 ? Math.min(1, room / wanted) : 1
  return (
    <div ref={box} className="bg-ui-bg-subtle flex justify-center overflow-hidden" style={{ height: HEIGHT }}>
      <div
        className="shrink-0"
        style={{
          width: wanted,
          height: HEIGHT / scale,
          transform: `scale(${scale})`,
          transformOrigin: "top center",
        }}
      >
        <MailFrame html={shown} title={text("common.preview")} className="h-full" isWhole />
      </div>
    </div>
  )
}

function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}
