import { PaperClip } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useFileSize } from "./use-file-size"

/** The files that went with a mail, by name; nothing where there were none. */
export function AttachedFiles({ files }: { files: { name: string; bytes: number }[] }) {
  const { shown } = useFileSize()
  if (files.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2 px-6 py-3">
      {files.map(({ name, bytes }, n) => (
        <Badge key={n} size="small" className="gap-x-1">
          <PaperClip /> {name} <span className="text-ui-fg-muted">{shown(bytes)}</span>
        </Badge>
      ))}
    </div>
  )
}
