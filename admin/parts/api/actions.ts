import type { SupplierInput } from "../../../src/core/suppliers/supplier"
import type { SupplierProductRow, SupplierRow } from "../../../src/modules/mailroom/services/suppliers"
import type { noticeAnswer } from "../../../src/modules/mailroom/notice-answer"
import type { AttemptRow, WebhookEndpointRow } from "../../../src/modules/mailroom/services/webhooks"
import type { Json } from "./json"

export type Supplier = Json<SupplierRow>
export type SupplierProduct = Json<Omit<SupplierProductRow, "sort_title">>
export type { SupplierInput }

export type Webhook = Json<WebhookEndpointRow>
export type Attempt = Json<AttemptRow> & {
  detail: { sentence?: string; status?: number | null; body?: string; took_ms?: number; try?: number }
}

export type Notice = Json<ReturnType<typeof noticeAnswer>>
