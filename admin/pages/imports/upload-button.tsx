import { toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { ImportKind } from "../../parts/api/imports"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { uploadFile } from "./upload-file"
import { said } from "../../parts/said"

/** Chooses a file and sends it; says how far it has come, then opens the import. */
export function UploadButton({ kind, isPrimary }: { kind: ImportKind; isPrimary?: boolean }) {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)

  async function send(file: File) {
    setShare(0)
    try {
      const { id } = await uploadFile({ file, kind, onProgress: setShare })
      navigate(`/mailroom/imports/${id}`)
    } catch (error) {
      const sentence = error instanceof Error && said(error.message)
      toast.error(text("imports.notUploaded"), { description: sentence || text("imports.cut") })
    } finally {
      setShare(null)
      if (input.current) input.current.value = ""
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        className="hidden"
        aria-label={text(`imports.upload.${kind}`)}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void send(file)
        }}
      />
      <ActionButton
        needs="edit"
        variant={isPrimary ? "primary" : "secondary"}
        disabled={share !== null}
        onClick={() => input.current?.click()}
      >
        {share === null ? text(`imports.upload.${kind}`) : text("imports.uploading", { share: format.percent(share) })}
      </ActionButton>
    </>
  )
}
