import { Button, Hint, Input } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState, type DragEvent } from "react"
import type { Media } from "../../parts/api/content"
import { sentenceOf } from "../../parts/error-sentence"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { PICTURE_LIMIT, PICTURE_TYPES, uploadPicture } from "./upload"

/** A file, what it shows, and how large it is: asked before it goes up, because afterwards nobody comes back for it. */
export function UploadForm({ onDone }: { onDone: (media: Media) => void }) {
  const text = useText()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [alt, setAlt] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const size = usePictureSize(file)

  function take(files: FileList | null) {
    const chosen = files?.[0]
    if (!chosen) return
    const refusal = refusalOf(chosen)
    setProblem(refusal)
    setFile(refusal ? null : chosen)
  }

  function refusalOf({ type, size }: File): string | null {
    if (!PICTURE_TYPES.includes(type)) return text("editor.picture.wrongType", { type: type || "?" })
    if (size > PICTURE_LIMIT) return text("editor.picture.tooLarge", { size: (size / 1024 / 1024).toFixed(1) })
    return null
  }

  async function upload() {
    if (!file) return
    setBusy(true)
    try {
      const media = await uploadPicture(file, alt.trim())
      await queries.invalidateQueries({ queryKey: ["mailroom", "/media"] })
      onDone(media)
    } catch (error) {
      setProblem(sentenceOf(error, text("common.somethingWentWrong")))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div
      className="border-ui-border-strong flex flex-col gap-y-3 rounded-lg border border-dashed p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        take(event.dataTransfer.files)
      }}
    >
      <Field label={text("editor.picture.file")} hint={size ?? text("editor.picture.fileHint")}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept={PICTURE_TYPES.join()}
            className="txt-compact-small"
            onChange={(event) => take(event.target.files)}
          />
        )}
      </Field>
      <Field label={text("editor.picture.alt")} hint={text("editor.picture.altHint")}>
        {(id) => <Input id={id} value={alt} onChange={(event) => setAlt(event.target.value)} />}
      </Field>
      {problem && <Hint variant="error">{problem}</Hint>}
      <div>
        <Button type="button" size="small" disabled={!file} isLoading={isBusy} onClick={() => void upload()}>
          {text("editor.picture.upload")}
        </Button>
      </div>
    </div>
  )
}

/** "1200 × 800 pixels, 84 KB": read here, so that a picture too small is seen before it is sent. */
function usePictureSize(file: File | null): string | null {
  const text = useText()
  const [size, setSize] = useState<string | null>(null)
  useEffect(() => {
    setSize(null)
    if (!file) return
    const url = URL.createObjectURL(file)
    const image = new Image()
    image.onload = () =>
      setSize(
        text("editor.picture.size", {
          width: image.naturalWidth,
          height: image.naturalHeight,
          kilobytes: Math.max(1, Math.round(file.size / 1024)),
        }),
      )
    image.src = url
    return () => URL.revokeObjectURL(url)
  }, [file, text])
  return size
}
