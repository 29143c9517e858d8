/** Thirteen months is the longest that a tracker may know somebody without asking anew (CNIL, recommendation of 2020). */
export const VISITOR_DAYS = 390

/** Pages of one person in a minute; what comes beyond them is a machine's. */
export const MOST_PAGES_A_MINUTE = 60
