import { Button, Drawer, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import type { Media } from "../../parts/api/content"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { UploadForm } from "./upload-form"

type Props = { onChoose: (media: Media) => void; children: (open: () => void) => React.ReactNode }

/** All pictures that were uploaded once, newest first, and a place to upload another. */
export function PictureLibrary({ onChoose, children }: Props) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)

  function choose(media: Media) {
    onChoose(media)
    setOpen(false)
  }

  return (
    <>
      {children(() => setOpen(true))}
      <Drawer open={isOpen} onOpenChange={setOpen}>
        <Drawer.Content>
          <Drawer.Header>
            <Drawer.Title>{text("editor.picture.library")}</Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <UploadForm onDone={choose} />
            <Shelf onChoose={choose} />
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {text("common.close")}
              </Button>
            </Drawer.Close>
          </Drawer.Footer>
        </Drawer.Content>
      </Drawer>
    </>
  )
}

function Shelf({ onChoose }: { onChoose: (media: Media) => void }) {
  const text = useText()
  const [cursors, setCursors] = useState<string[]>([])
  const media = useRead<{ media: Media[]; next_cursor: string | null }>("/media", {
    query: { cursor: cursors.at(-1), limit: 24 },
  })
  return (
    <WhenRead read={media} loading={<LoadingRows rows={3} />}>
      {(data) =>
        data.media.length === 0 ? (
          <Text size="small" className="text-ui-fg-subtle">
            {text("editor.picture.noneYet")}
          </Text>
        ) : (
          <div className="flex flex-col gap-y-3">
            <ul className={clx("grid grid-cols-3 gap-3", media.isPlaceholderData && "opacity-50")}>
              {data.media.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    onClick={() => onChoose(one)}
                    className="shadow-borders-base focus-visible:shadow-borders-focus hover:bg-ui-bg-base-hover flex w-full flex-col gap-y-1 overflow-hidden rounded-lg text-left outline-none"
                  >
                    <img src={one.url} alt="" className="bg-ui-bg-subtle h-24 w-full object-contain" loading="lazy" />
                    <span className="txt-compact-xsmall truncate px-2">{one.alt || one.name}</span>
                    <span className="txt-compact-xsmall text-ui-fg-muted truncate px-2 pb-1.5">{sizeOf(one)}</span>
                  </button>
                </li>
              ))}
            </ul>
            {(data.next_cursor || cursors.length > 0) && (
              <div className="flex justify-between">
                <Button
                  size="small"
                  variant="transparent"
                  disabled={cursors.length === 0}
                  onClick={() => setCursors(cursors.slice(0, -1))}
                >
                  {text("common.previous")}
                </Button>
                <Button
                  size="small"
                  variant="transparent"
                  disabled={!data.next_cursor}
                  onClick={() => data.next_cursor && setCursors([...cursors, data.next_cursor])}
                >
                  {text("common.next")}
                </Button>
              </div>
            )}
          </div>
        )
      }
    </WhenRead>
  )
}

/** "1200 × 800 · 84 KB" */
function sizeOf({ width, height, bytes }: Media): string {
  const weight = `${Math.max(1, Math.round(bytes / 1024))} KB`
  return width && height ? `${width} × ${height} · ${weight}` : weight
}
