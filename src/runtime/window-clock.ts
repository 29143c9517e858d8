import { spanAt, type SendingWindow, type Span } from "../core/mailings/sending-window"

/** A calendar is slow, people share few time zones: each stretch is worked out once. */
export class WindowClock {
  private readonly spans = new Map<string, Span>()

  /** Milliseconds until it is open for a reader in this zone; 0 = it is. */
  waitMs(
    window: SendingWindow,
    { zone, fallback, now }: { zone: string | null; fallback: string; now: number },
  ): number {
    const key = `${JSON.stringify(window)} ${zone} ${fallback}`
    let span = this.spans.get(key)
    // A clock that goes back (or a setting that comes back) must not find an old stretch.
    if (!span || now >= span.to.getTime() || now < span.from.getTime() - WEEK_MS) {
      span = spanAt(window, new Date(now), zone, fallback)
      if (this.spans.size > MOST_SPANS) this.spans.clear()
      this.spans.set(key, span)
    }
    return Math.max(0, span.from.getTime() - now)
  }
}

const WEEK_MS = 7 * 86_400_000
const MOST_SPANS = 5_000
