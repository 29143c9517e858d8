import type { CSSProperties } from "react"
import { Each, t, v, When } from "../liquid"
import { sidePadding, type Look } from "../theme"

/** Where it goes and who pays, side by side; one below the other on a phone. */
export function OrderAddresses({ look }: { look: Look }) {
  const { common } = look.texts
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} role="presentation" style={{ margin: "20px 0 0" }}>
      <tbody>
        <tr>
          <td className="mr-half" width="50%" style={{ verticalAlign: "top", ...sidePadding(look, { end: 16 }) }}>
            <AddressBlock look={look} path="order.shippingAddress" label={common.shippingAddress} />
          </td>
          <td className="mr-half" width="50%" style={{ verticalAlign: "top" }}>
            <AddressBlock look={look} path="order.billingAddress" label={common.billingAddress} />
          </td>
        </tr>
        <tr>
          <td
            className="mr-half"
            width="50%"
            style={{ verticalAlign: "top", paddingTop: 16, ...sidePadding(look, { end: 16 }) }}
          >
            <NamesBlock look={look} path="order.shippingMethods" label={common.shippingMethod} />
          </td>
          <td className="mr-half" width="50%" style={{ verticalAlign: "top", paddingTop: 16 }}>
            <NamesBlock look={look} path="order.paymentMethods" label={common.paymentMethod} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

type BlockProps = { look: Look; path: string; label: string }

/** Nothing at all when the address is null. */
export function AddressBlock({ look, path, label }: BlockProps) {
  const { head, text } = stylesOf(look)
  return (
    <When is={path}>
      <div className="mr-faint" style={head}>
        {label}
      </div>
      <div className="mr-ink" style={text}>
        <When is={`${path}.company`}>
          {v(`${path}.company`)}
          <br />
        </When>
        <When is={`${path}.name != blank`}>
          {v(`${path}.name`)}
          <br />
        </When>
        <Each of={`${path}.lines`} as="row">
          {v("row")}
          <br />
        </Each>
        {t(`{{ ${path}.postalCode }} {{ ${path}.city }}`)}
        <When is={`${path}.province`}>{t(`, {{ ${path}.province }}`)}</When>
        <When is={`${path}.countryCode`}>
          <br />
          {v(`${path}.countryCode`, "country")}
        </When>
        <When is={`${path}.phone`}>
          <br />
          {v(`${path}.phone`)}
        </When>
      </div>
    </When>
  )
}

function NamesBlock({ look, path, label }: BlockProps) {
  const { head, text } = stylesOf(look)
  return (
    <When is={`${path}.size > 0`}>
      <div className="mr-faint" style={head}>
        {label}
      </div>
      <div className="mr-ink" style={text}>
        {v(path, "join: ', '")}
      </div>
    </When>
  )
}

function stylesOf({ colors }: Look): Record<"head" | "text", CSSProperties> {
  return {
    head: { fontSize: 13, lineHeight: "18px", color: colors.faint, margin: "0 0 4px" },
    text: { fontSize: 15, lineHeight: "22px", color: colors.ink },
  }
}
