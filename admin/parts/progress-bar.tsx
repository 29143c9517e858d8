/** How far something is, from 0 to 1; a screen reader hears the label and the share. */
export function ProgressBar({ label, share }: { label: string; share: number }) {
  const percent = Math.round(share * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
    >
      <div className="bg-ui-fg-interactive h-full transition-all" style={{ width: `${percent}%` }} />
    </div>
  )
}
