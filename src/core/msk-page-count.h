/* Pages that are counted when something comes back (清退), and in which condition it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A copy has no more: its tag says the page in four digits. */
#define MSK_PAGE_COUNT_MAX 9999u
#define MSK_PAGE_COUNT_AGAIN_MAX 2u /* wrong numbers that accuse nobody */

/* How a copy came back. */
typedef enum
{
  MSK_CONDITION_WHOLE,
  MSK_CONDITION_DAMAGED,
  MSK_CONDITION_TORN,
  MSK_CONDITION_WRITTEN_ON,
  MSK_CONDITION_TAG_UNREADABLE,
} MskCondition;

#define MSK_CONDITION_N (MSK_CONDITION_TAG_UNREADABLE + 1)

/* Whether the pages of a paper's copies are counted when they come back. What the scheme wants
 * counted, no rule for a paper makes uncounted. */
typedef enum
{
  MSK_COUNT_RULE_BY_SCHEME, /* as the meeting's scheme has it for the level */
  MSK_COUNT_RULE_ALWAYS,
} MskCountRule;

/* What a count comes to. */
typedef enum
{
  MSK_COUNT_OUTCOME_AGAIN,   /* another number than is due, for the first time: nothing follows */
  MSK_COUNT_OUTCOME_SURPLUS, /* the same number again, and it is too many: nothing follows */
  MSK_COUNT_OUTCOME_PART,    /* the same number again: so many are here, the rest is missing */
  MSK_COUNT_OUTCOME_WHOLE,   /* everything that was due is here */
} MskCountOutcome;

/* What somebody counted who was not told how many there should be. Lent. */
typedef struct
{
  guint pages;
  MskCondition condition;
  const char *remark; /* what is the matter, "" for nothing */
} MskPageCount;

#define MSK_TYPE_RETURN_COUNT (msk_return_count_get_type ())
G_DECLARE_FINAL_TYPE (MskReturnCount, msk_return_count, MSK, RETURN_COUNT, GObject)

/* A count as the register has it. */
struct _MskReturnCount
{
  GObject parent_instance;

  guint pages; /* that were brought and counted */
  guint here;  /* that had come back already */
  guint due;   /* that were still to come */
  guint again; /* wrong counts before, which ended nothing */
  MskCondition condition;
  char *remark;
  MskCountOutcome outcome;
  gint64 incident_id; /* that the missing pages are, or 0 */
};

MskReturnCount *msk_return_count_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A number of pages that can be, and a remark on what is not whole. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_page_count_check (const MskPageCount *self, GError **error);

/* due pages are still to come, pages were counted, last at the count before since the copy last
 * moved, 0 for none, and again says how often the count was to be made again since. A slip of the
 * pen accuses nobody: another number counts when it was counted twice, or when it is the last of
 * the numbers that may be tried (清退; the number that is due is told by nothing before, and is not
 * to be found by guessing). */
MskCountOutcome msk_page_count_judge (guint due, guint pages, guint last, guint again);

/* Why a count ends nothing: MSK_RULE_ERROR_COUNT_AGAIN or _PAGES_SURPLUS. For the outcomes AGAIN
 * and SURPLUS. */
void msk_page_count_set_error (MskCountOutcome outcome, GError **error);

/* The pages of this copy are to be counted. Fails with MSK_RULE_ERROR_PAGES_UNCOUNTED. */
gboolean msk_page_count_refuse_uncounted (GError **error);

/* How many are missing after this count. */
guint msk_return_count_get_missing (MskReturnCount *self);

/* The count, the condition and the remark in one line in the user's language. The caller owns it.
 */
char *msk_return_count_dup_text (MskReturnCount *self) G_GNUC_WARN_UNUSED_RESULT;

/* In the user's language. Static texts. */
const char *msk_condition_get_label (MskCondition condition);
const char *msk_count_rule_get_label (MskCountRule rule);

G_END_DECLS
