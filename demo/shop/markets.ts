import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Country } from "./people"

/** Standard rates of value added tax in per cent; the United States have none that holds everywhere. */
export const TAX_RATES: Record<Country, number> = { de: 19, at: 20, fr: 20, es: 21, it: 22, us: 0 }

export type Market = { regionId: string; currency: "eur" | "usd"; shippingOptionId: string; countries: Country[] }

export type Markets = {
  europe: Market
  america: Market
  salesChannelId: string
  locationId: string
  shippingProfileId: string
}

/** Two regions with their currencies and taxes, one warehouse, and two ways of shipping to each. */
export async function openMarkets(container: MedusaContainer): Promise<Markets> {
  const salesChannelId = await openChannel(container)
  const [europe, america] = await openRegions(container)
  await openTaxes(container)
  const { locationId, zones } = await openWarehouse(container, salesChannelId)
  const shippingProfileId = await openProfile(container)
  const ship = (zone: string | undefined, currency: "eur" | "usd") =>
    openShipping(container, { zone: zone!, currency, shippingProfileId })
  return {
    salesChannelId,
    locationId,
    shippingProfileId,
    europe: {
      regionId: europe!,
      currency: "eur",
      shippingOptionId: await ship(zones[0], "eur"),
      countries: ["de", "at", "fr", "es", "it"],
    },
    america: { regionId: america!, currency: "usd", shippingOptionId: await ship(zones[1], "usd"), countries: ["us"] },
  }
}

async function openChannel(container: MedusaContainer): Promise<string> {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Web shop" }] },
  })
  const id = channels[0]!.id
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Web shop", type: "publishable", created_by: "" }] },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: keys[0]!.id, add: [id] } })
  await nameStore(container, id)
  return id
}

async function nameStore(container: MedusaContainer, salesChannelId: string): Promise<void> {
  const stores = container.resolve(Modules.STORE)
  const [store] = await stores.listStores()
  const update = {
    name: "Nordhain",
    supported_currencies: [{ currency_code: "eur", is_default: true }, { currency_code: "usd" }],
    default_sales_channel_id: salesChannelId,
  }
  if (store) await updateStoresWorkflow(container).run({ input: { selector: { id: store.id }, update } })
  else await stores.createStores(update)
}

async function openRegions(container: MedusaContainer): Promise<string[]> {
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Europe",
          currency_code: "eur",
          countries: ["de", "at", "fr", "es", "it"],
          payment_providers: ["pp_system_default"],
        },
        { name: "United States", currency_code: "usd", countries: ["us"], payment_providers: ["pp_system_default"] },
      ],
    },
  })
  return result.map(({ id }) => id)
}

async function openTaxes(container: MedusaContainer): Promise<void> {
  await createTaxRegionsWorkflow(container).run({
    input: Object.entries(TAX_RATES).map(([country, rate]) => ({
      country_code: country,
      provider_id: "tp_system",
      default_tax_rate: { name: rate ? "VAT" : "Sales tax", rate, code: "standard" },
    })),
  })
}

async function openWarehouse(container: MedusaContainer, salesChannelId: string) {
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Warehouse",
          address: { address_1: "Speicherstr. 1", city: "Hamburg", country_code: "DE", postal_code: "20457" },
        },
      ],
    },
  })
  const locationId = locations[0]!.id
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const toLocation = { [Modules.STOCK_LOCATION]: { stock_location_id: locationId } }
  await link.create({ ...toLocation, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } })
  const fulfillments = container.resolve(Modules.FULFILLMENT)
  const set = await fulfillments.createFulfillmentSets({
    name: "Shipping from the warehouse",
    type: "shipping",
    service_zones: [
      {
        name: "Europe",
        geo_zones: ["de", "at", "fr", "es", "it"].map((country) => ({
          country_code: country,
          type: "country" as const,
        })),
      },
      { name: "United States", geo_zones: [{ country_code: "us", type: "country" }] },
    ],
  })
  await link.create({ ...toLocation, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } })
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: locationId, add: [salesChannelId] } })
  const zones = ["Europe", "United States"].map((name) => set.service_zones.find((zone) => zone.name === name)?.id)
  return { locationId, zones }
}

async function openProfile(container: MedusaContainer): Promise<string> {
  const [existing] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: "default" })
  if (existing) return existing.id
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Standard", type: "default" }] },
  })
  return result[0]!.id
}

type Shipping = { zone: string; currency: "eur" | "usd"; shippingProfileId: string }

/** Returns the id of the standard way; express comes second. */
async function openShipping(
  container: MedusaContainer,
  { zone, currency, shippingProfileId }: Shipping,
): Promise<string> {
  const way = (name: string, code: string, amount: number) => ({
    name,
    price_type: "flat" as const,
    provider_id: "manual_manual",
    service_zone_id: zone,
    shipping_profile_id: shippingProfileId,
    type: { label: name, description: name, code },
    prices: [{ currency_code: currency, amount }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
      { attribute: "is_return", value: "false", operator: "eq" as const },
    ],
  })
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [way("Standard shipping", "standard", 4.9), way("Express shipping", "express", 12.9)],
  })
  return result[0]!.id
}
