/* Destruction (D1): what may go into a batch, where a batch has to stand, and that four people take
 * part. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction.h"

#include "msk-error.h"

#include "test-start.h"

#define FINE (-1)

/* By state, of a copy, a spoiled set and a carrier. */
static const int copies[MSK_COPY_N_STATES] = {
  [MSK_COPY_PRINTING] = MSK_RULE_ERROR_COPY_NOT_GOOD,
  [MSK_COPY_IN_STORE] = FINE,
  [MSK_COPY_HELD] = MSK_RULE_ERROR_ALREADY_ISSUED,
  [MSK_COPY_AWAY] = MSK_RULE_ERROR_ALREADY_ISSUED,
  [MSK_COPY_RETURNED] = FINE,
  [MSK_COPY_SPOILED] = MSK_RULE_ERROR_COPY_SPOILED,
  [MSK_COPY_VOID] = MSK_RULE_ERROR_COPY_VOID,
  [MSK_COPY_DESTROYED] = MSK_RULE_ERROR_COPY_DESTROYED,
  [MSK_COPY_MISSING] = MSK_RULE_ERROR_COPY_MISSING,
  [MSK_COPY_WITH_ORIGINATOR] = MSK_RULE_ERROR_COPY_WITH_ORIGINATOR,
};

static const int carriers[MSK_COPY_N_STATES] = {
  [MSK_COPY_PRINTING] = FINE, /* no carrier is */
  [MSK_COPY_IN_STORE] = FINE,
  [MSK_COPY_HELD] = MSK_RULE_ERROR_ALREADY_ISSUED,
  [MSK_COPY_AWAY] = MSK_RULE_ERROR_ALREADY_ISSUED,
  [MSK_COPY_RETURNED] = FINE,
  [MSK_COPY_SPOILED] = FINE,
  [MSK_COPY_VOID] = MSK_RULE_ERROR_CARRIER_VOID,
  [MSK_COPY_DESTROYED] = MSK_RULE_ERROR_CARRIER_DESTROYED,
  [MSK_COPY_MISSING] = MSK_RULE_ERROR_CARRIER_MISSING,
  [MSK_COPY_WITH_ORIGINATOR] = MSK_RULE_ERROR_CARRIER_WITH_ORIGINATOR,
};

static void
expect (gboolean done, GError *error, int wanted)
{
  if (wanted == FINE)
    {
      g_assert_no_error (error);
      g_assert_true (done);
      return;
    }

  g_assert_error (error, MSK_RULE_ERROR, wanted);
  g_assert_false (done);
}

#define EXPECT(call, wanted)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const gboolean did = (call);                                                                   \
                                                                                                   \
    expect (did, error, wanted);                                                                   \
    g_clear_error (&error);                                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_copies (void)
{
  for (guint state = 0; state < MSK_COPY_N_STATES; state++)
    {
      g_autoptr(MskCopy) copy = msk_copy_new ();
      g_autoptr(GError) error = NULL;
      gboolean done;

      copy->state = (MskCopyState) state;
      copy->attempt = MSK_ATTEMPT_GOOD;
      done = msk_destruction_check_copy (copy, &error);
      expect (done, error, copies[state]);
      g_clear_error (&error);

      copy->destruction_id = 3;
      done = msk_destruction_check_copy (copy, &error);
      expect (done, error, copies[state] == FINE ? MSK_RULE_ERROR_IN_DESTRUCTION : copies[state]);
    }
}

static void
test_carriers (void)
{
  for (guint state = MSK_COPY_IN_STORE; state < MSK_COPY_N_STATES; state++)
    {
      g_autoptr(MskCarrier) carrier = msk_carrier_new ();
      g_autoptr(GError) error = NULL;
      gboolean done;

      carrier->state = (MskCopyState) state;
      done = msk_destruction_check_carrier (carrier, &error);
      expect (done, error, carriers[state]);
      g_clear_error (&error);

      carrier->destruction_id = 3;
      done = msk_destruction_check_carrier (carrier, &error);
      expect (done, error,
              carriers[state] == FINE ? MSK_RULE_ERROR_IN_DESTRUCTION : carriers[state]);
    }
}

static void
test_sets (void)
{
  static const struct
  {
    MskCopyState state;
    gint64 missing_at;
    gint64 batch;
    int wanted;
  } rows[] = {
    { MSK_COPY_SPOILED, 0, 0, FINE },
    { MSK_COPY_SPOILED, 0, 4, MSK_RULE_ERROR_IN_DESTRUCTION },
    { MSK_COPY_SPOILED, 9, 0, MSK_RULE_ERROR_COPY_MISSING },
    { MSK_COPY_DESTROYED, 0, 0, MSK_RULE_ERROR_COPY_DESTROYED },
    { MSK_COPY_WITH_ORIGINATOR, 0, 0, MSK_RULE_ERROR_COPY_WITH_ORIGINATOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MskSpoilage) set = msk_spoilage_new ();
      g_autoptr(GError) error = NULL;
      gboolean done;

      set->state = rows[i].state;
      set->missing_at = rows[i].missing_at;
      set->destruction_id = rows[i].batch;
      done = msk_destruction_check_set (set, &error);
      expect (done, error, rows[i].wanted);
    }
}

static void
test_top_secret_goes_back (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_destruction_check_level (MSK_LEVEL_CONFIDENTIAL, &error));
  g_assert_true (msk_destruction_check_level (MSK_LEVEL_SECRET, &error));
  g_assert_no_error (error);
  g_assert_false (msk_destruction_check_level (MSK_LEVEL_TOP_SECRET, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_TO_ORIGINATOR);
}

static MskDestruction *
make_batch (MskDestructionStage stage)
{
  MskDestruction *batch = msk_destruction_new ();

  batch->id = 1;
  batch->stage = stage;
  batch->started_by = g_strdup ("maker");
  batch->proposed_by = g_strdup ("proposer");
  batch->decided_by = g_strdup ("leader");
  batch->destroyer = g_strdup ("first");
  batch->witness = g_strdup ("second");
  batch->items = 2;
  return batch;
}

/* In the order of the stages: draft, proposed, approved, under way, done, refused, cancelled. */
#define OVER MSK_RULE_ERROR_BATCH_OVER
static const int drafts[] = { FINE,
                              MSK_RULE_ERROR_BATCH_PROPOSED,
                              MSK_RULE_ERROR_BATCH_PROPOSED,
                              MSK_RULE_ERROR_BATCH_PROPOSED,
                              OVER,
                              OVER,
                              OVER };
static const int proposals[] = { MSK_RULE_ERROR_BATCH_NOT_PROPOSED,
                                 FINE,
                                 MSK_RULE_ERROR_BATCH_APPROVED,
                                 MSK_RULE_ERROR_BATCH_APPROVED,
                                 OVER,
                                 OVER,
                                 OVER };
static const int approvals[] = {
  MSK_RULE_ERROR_BATCH_NOT_APPROVED, MSK_RULE_ERROR_BATCH_NOT_APPROVED, FINE, FINE, OVER, OVER, OVER
};
static const int machines[] = { MSK_RULE_ERROR_BATCH_NOT_APPROVED,
                                MSK_RULE_ERROR_BATCH_NOT_APPROVED,
                                MSK_RULE_ERROR_DESTRUCTION_NOT_BEGUN,
                                FINE,
                                OVER,
                                OVER,
                                OVER };
static const int cancels[] = { FINE, FINE, FINE, FINE, OVER, OVER, OVER };

typedef gboolean (*Check) (MskDestruction *self, GError **error);

static void
test_stages (void)
{
  static const struct
  {
    Check check;
    const int *wanted;
  } rows[] = {
    { msk_destruction_check_draft, drafts },       { msk_destruction_check_proposed, proposals },
    { msk_destruction_check_approved, approvals }, { msk_destruction_check_under_way, machines },
    { msk_destruction_check_proposable, drafts },  { msk_destruction_check_cancellable, cancels },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint stage = 0; stage <= MSK_DESTRUCTION_CANCELLED; stage++)
      {
        g_autoptr(MskDestruction) batch = make_batch ((MskDestructionStage) stage);
        g_autoptr(GError) error = NULL;
        const gboolean done = rows[i].check (batch, &error);

        g_test_message ("check %u, stage %u", i, stage);
        expect (done, error, rows[i].wanted[stage]);
        g_assert_cmpstr (msk_destruction_stage_get_label (batch->stage), !=, "");
      }
}

static void
test_empty_and_begun (void)
{
  g_autoptr(MskDestruction) empty = make_batch (MSK_DESTRUCTION_DRAFT);
  g_autoptr(MskDestruction) begun = make_batch (MSK_DESTRUCTION_UNDER_WAY);
  g_autoptr(GError) error = NULL;

  empty->items = 0;
  EXPECT (msk_destruction_check_proposable (empty, &error), MSK_RULE_ERROR_BATCH_EMPTY);
  begun->scanned = 1;
  EXPECT (msk_destruction_check_cancellable (begun, &error), MSK_RULE_ERROR_DESTRUCTION_BEGUN);
}

static void
test_nobody_decides_about_their_own (void)
{
  g_autoptr(MskDestruction) batch = make_batch (MSK_DESTRUCTION_PROPOSED);
  static const struct
  {
    const char *user;
    int wanted;
  } rows[] = { { "leader", FINE },
               { "proposer", MSK_RULE_ERROR_OWN_PROPOSAL },
               { "maker", MSK_RULE_ERROR_OWN_PROPOSAL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      const gboolean done = msk_destruction_check_decidable (batch, rows[i].user, &error);

      expect (done, error, rows[i].wanted);
    }
}

static void
test_four_people (void)
{
  g_autoptr(MskDestruction) batch = make_batch (MSK_DESTRUCTION_APPROVED);
  g_autoptr(GError) error = NULL;
  static const char *const wrong[][2] = { { "proposer", "x" },
                                          { "leader", "x" },
                                          { "x", "proposer" },
                                          { "x", "leader" } };

  g_assert_true (msk_destruction_check_two (batch, "x", "y", &error));
  g_assert_no_error (error);
  g_assert_false (msk_destruction_check_two (batch, "x", "x", &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_SAME_PERSON);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const gboolean done = msk_destruction_check_two (batch, wrong[i][0], wrong[i][1], &error);

      expect (done, error, MSK_RULE_ERROR_TOOK_PART);
      g_clear_error (&error);
    }
}

static void
test_those_present_end_it (void)
{
  g_autoptr(MskDestruction) batch = make_batch (MSK_DESTRUCTION_UNDER_WAY);
  g_autoptr(GError) error = NULL;

  EXPECT (msk_destruction_check_endable (batch, "first", "second", &error),
          MSK_RULE_ERROR_NOTHING_COUNTED);
  batch->scanned = 1;
  g_assert_true (msk_destruction_check_endable (batch, "first", "second", &error));
  g_assert_no_error (error);
  EXPECT (msk_destruction_check_endable (batch, "second", "first", &error),
          MSK_RULE_ERROR_NOT_PRESENT);
  EXPECT (msk_destruction_check_endable (batch, "first", "x", &error), MSK_RULE_ERROR_NOT_PRESENT);
}

/* Nothing in a batch is given out, copied or spoiled meanwhile. */
static void
test_stays_in_its_batch (void)
{
  g_autoptr(MskCopy) copy = msk_copy_new ();
  g_autoptr(MskCarrier) carrier = msk_carrier_new ();
  g_autoptr(GError) error = NULL;

  copy->state = MSK_COPY_IN_STORE;
  copy->attempt = MSK_ATTEMPT_GOOD;
  copy->number = 1;
  copy->destruction_id = 2;
  carrier->state = MSK_COPY_IN_STORE;
  carrier->label = MSK_ATTEMPT_GOOD;
  carrier->destruction_id = 2;

  EXPECT (msk_copy_check_issuable (copy, &error), MSK_RULE_ERROR_IN_DESTRUCTION);
  EXPECT (msk_copy_check_reproducible (copy, &error), MSK_RULE_ERROR_IN_DESTRUCTION);
  EXPECT (msk_carrier_check_issuable (carrier, &error), MSK_RULE_ERROR_IN_DESTRUCTION);
  EXPECT (msk_carrier_check_spoilable (carrier, &error), MSK_RULE_ERROR_IN_DESTRUCTION);
}

static void
test_words (void)
{
  g_autoptr(MskDestructionItem) item = msk_destruction_item_new ();
  g_autofree char *copy = NULL;
  g_autofree char *set = NULL;
  g_autofree char *carrier = NULL;

  item->number = item->copy = 14;
  item->from = MSK_COPY_RETURNED;
  copy = msk_destruction_item_dup_number (item);
  g_assert_cmpstr (copy, ==, "Copy 000014");
  g_assert_cmpstr (msk_destruction_item_get_kind_label (item), ==, "returned copy");
  item->from = MSK_COPY_IN_STORE;
  g_assert_cmpstr (msk_destruction_item_get_kind_label (item), ==, "surplus copy");

  item->kind = MSK_STOCK_SET;
  item->number = 2;
  set = msk_destruction_item_dup_number (item);
  g_assert_cmpstr (set, ==, "Set 2 of copy 000014");
  g_assert_cmpstr (msk_destruction_item_get_kind_label (item), ==, "spoiled sheets");

  item->kind = MSK_STOCK_CARRIER;
  item->carrier_kind = MSK_CARRIER_DRAFT;
  carrier = msk_destruction_item_dup_number (item);
  g_assert_cmpstr (carrier, ==, "Carrier 0002");
  g_assert_cmpstr (msk_destruction_item_get_kind_label (item), ==, "draft");
  for (guint method = 0; method < MSK_DESTRUCTION_N_METHODS; method++)
    g_assert_cmpstr (msk_destruction_method_get_label ((MskDestructionMethod) method), !=, "");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/destruction/copies-by-state", test_copies);
  g_test_add_func ("/core/destruction/carriers-by-state", test_carriers);
  g_test_add_func ("/core/destruction/spoiled-sets", test_sets);
  g_test_add_func ("/core/destruction/top-secret-goes-back", test_top_secret_goes_back);
  g_test_add_func ("/core/destruction/every-stage", test_stages);
  g_test_add_func ("/core/destruction/empty-and-begun", test_empty_and_begun);
  g_test_add_func ("/core/destruction/nobody-decides-about-their-own",
                   test_nobody_decides_about_their_own);
  g_test_add_func ("/core/destruction/four-people", test_four_people);
  g_test_add_func ("/core/destruction/those-present-end-it", test_those_present_end_it);
  g_test_add_func ("/core/destruction/stays-in-its-batch", test_stays_in_its_batch);
  g_test_add_func ("/core/destruction/words", test_words);

  return g_test_run ();
}
