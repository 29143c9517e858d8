/** Loaded before a worker (`node -r`): its clock is wrong by WRONG_CLOCK_OFF_MS, as on a machine that nobody sets right. */
const off = Number(process.env.WRONG_CLOCK_OFF_MS)
const RightDate = Date

globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + off)
    else super(...given)
  }

  static now() {
    return RightDate.now() + off
  }
}
