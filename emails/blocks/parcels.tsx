import { Each, t, v, When } from "../liquid"
import { startOf, type Look } from "../theme"
import { ActionButton } from "./action-button"
import { Box } from "./box"
import { Note } from "./words"

/** Each parcel with its number; a number that the carrier has no page for is still worth having. */
export function Parcels({ look, buttonLabel }: { look: Look; buttonLabel: string }) {
  const { shipment: texts } = look.texts
  return (
    <Each of="tracking" as="parcel">
      <Box
        align={startOf(look)}
        className="mr-soft"
        outer={{ margin: "16px 0 0", backgroundColor: look.colors.soft, borderRadius: 10, borderCollapse: "separate" }}
        inner={{ padding: "16px 20px 4px" }}
      >
        <Note look={look}>{t(texts.trackingNumber)}</Note>
        <When is="parcel.url">
          <ActionButton look={look} href={v("parcel.url")} label={t(buttonLabel || texts.trackButton)} />
        </When>
      </Box>
    </Each>
  )
}
