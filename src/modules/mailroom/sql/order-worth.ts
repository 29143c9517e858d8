/** core/reports/order-worth in SQL, for an order of this alias that was not cancelled. Index purchase_of_order. */
export const orderWorth = (order: string): string => `(${order}.net_total - greatest(
    ${order}.net_total * least(coalesce(${order}.refunded_total / nullif(${order}.total, 0), 0), 1),
    coalesce((SELECT sum(w.net * least(w.returned_quantity / nullif(w.quantity, 0), 1))
      FROM mailroom.purchase w WHERE w.order_id = ${order}.order_id), 0)))`
