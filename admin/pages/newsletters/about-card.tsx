import { XMarkMini } from "@medusajs/icons"
import { Badge, Button, IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { MailingLink } from "../../parts/api/composer"
import { Section } from "../../parts/section"
import { ShopPicker } from "../../parts/shop-picker"
import { WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { FindOrder } from "./find-order"

type Props = { mailingId: string; revision: number }

/** The products and orders that a mailing is about; those in its blocks are there by themselves (F29). */
export function AboutCard({ mailingId, revision }: Props) {
  const text = useText()
  const path = `/mailings/${mailingId}/links`
  // The revision is part of the question only so that it is asked anew after a block has changed.
  const links = useRead<{ links: MailingLink[] }>(path, { query: { revision } })
  const [adding, setAdding] = useState<MailingLink["kind"] | null>(null)
  const add = useChange<{ kind: string; ref_id: string }>(path)
  const remove = useChange<MailingLink>(({ kind, ref_id }) => `${path}/${kind}/${ref_id}`, { method: "DELETE" })
  return (
    <Section
      title={text("composer.about.title")}
      hint={text("composer.about.hint")}
      actions={(["product", "order"] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          variant="secondary"
          onClick={() => setAdding((before) => (before === kind ? null : kind))}
        >
          {text(
            adding === kind ? "composer.about.done" : `composer.about.add${kind === "product" ? "Product" : "Order"}`,
          )}
        </Button>
      ))}
    >
      <WhenRead read={links}>
        {({ links }) => {
          const byHand = links.filter((one) => one.kind === "product" && one.is_by_hand).map(({ ref_id }) => ref_id)
          const changeProducts = (ids: string[]) => {
            const added = ids.find((id) => !byHand.includes(id))
            const gone = links.find((one) => one.kind === "product" && one.is_by_hand && !ids.includes(one.ref_id))
            if (added) add.mutate({ kind: "product", ref_id: added })
            else if (gone) remove.mutate(gone)
          }
          return (
            <div className="flex flex-col gap-y-4 px-6 py-4">
              <Linked links={links} onRemove={(link) => remove.mutate(link)} />
              {adding === "product" && <ShopPicker kind="product" value={byHand} onChange={changeProducts} />}
              {adding === "order" && (
                <FindOrder
                  linked={links.filter(({ kind }) => kind === "order").map(({ ref_id }) => ref_id)}
                  onPick={(ref_id) => add.mutate({ kind: "order", ref_id })}
                />
              )}
            </div>
          )
        }}
      </WhenRead>
    </Section>
  )
}

function Linked({ links, onRemove }: { links: MailingLink[]; onRemove: (link: MailingLink) => void }) {
  const text = useText()
  if (links.length === 0)
    return (
      <Text size="small" className="text-ui-fg-muted">
        {text("composer.about.none")}
      </Text>
    )
  return (
    <div className="flex flex-wrap gap-2">
      {links.map((link) => {
        const name = link.label ?? link.ref_id
        return (
          <Badge key={`${link.kind}/${link.ref_id}`} size="small" className="gap-x-1">
            <Link to={`/${link.kind}s/${link.ref_id}`} className="hover:text-ui-fg-interactive">
              {name}
            </Link>
            {link.is_by_hand ? (
              <IconButton
                size="2xsmall"
                variant="transparent"
                aria-label={text("composer.about.unlink", { name })}
                onClick={() => onRemove(link)}
              >
                <XMarkMini />
              </IconButton>
            ) : (
              <span className="text-ui-fg-muted pl-1">{text("composer.about.inBlock")}</span>
            )}
          </Badge>
        )
      })}
    </div>
  )
}
