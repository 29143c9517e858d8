import type { SmsSize } from "./sms-segments"

/** `problem`: why it cannot be read as Liquid; then there is no text. `size` only of an SMS. */
export type TextPreview = { text: string; size: SmsSize | null; problem: string | null }
