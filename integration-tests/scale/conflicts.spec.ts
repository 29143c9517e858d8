import { openDelivery, type Delivery } from "../support/delivery"

describe("a database that is busy with a migration", () => {
  let delivery: Delivery
  beforeEach(async () => {
    delivery = await openDelivery()
  })
  afterEach(() => delivery.close())

  it.each(["40P01", "40001", "55P03"])(
    "refuses once (%s), and what the server took is written down all the same",
    async (code) => {
      await delivery.rows(`CREATE SEQUENCE mailroom.tries`)
      await delivery.rows(`
      CREATE FUNCTION mailroom.refuse_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('mailroom.tries') = 1 THEN RAISE EXCEPTION 'busy' USING ERRCODE = '${code}'; END IF;
        RETURN NEW;
      END $$`)
      await delivery.rows(
        `CREATE TRIGGER refuse_once BEFORE UPDATE OF status ON mailroom.message FOR EACH ROW EXECUTE FUNCTION mailroom.refuse_once()`,
      )
      const [id] = await delivery.plan({})
      await delivery.drain()
      expect(await delivery.message(id!)).toMatchObject({ status: "sent", is_waiting: false })
      expect(delivery.sink.mails).toHaveLength(1)
    },
  )
})
