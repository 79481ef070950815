/* How long a badge takes until its verdict at the door, with a few people and with 5,000 of them
 * and 20,000 movements: within one frame, and the same. SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>

#include "msk-device-desk.h"

#include "desk-test.h"

#define PEOPLE 5000
#define MOVEMENTS 20000
#define ROUNDS 120
#define FRAME_MS 16.7

static const gint64 comers[] = { PERSON_FIRST, PERSON_SECOND, PERSON_THIRD, 7, 8, 9, 10, 11, 12 };

/* Microseconds, of one sort. */
typedef struct
{
  gint64 times[ROUNDS];
  guint count;
} Sample;

typedef struct
{
  Sample badge;   /* a verdict that waits for the clerk: no commit */
  Sample in;      /* after the commit */
  Sample out;     /* after the commit */
  Sample refusal; /* kept: after the commit */
} Figures;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
get_quantile (Sample *sample, double part)
{
  qsort (sample->times, sample->count, sizeof (gint64), compare_times);
  return (double) sample->times[(guint) ((double) (sample->count - 1) * part)] / 1000.0;
}

/* Takes the verdict. */
static void
note (Sample *sample, gint64 start, MskVerdict *verdict, const char *code)
{
  sample->times[sample->count++] = g_get_monotonic_time () - start;
  g_assert_nonnull (verdict);
  g_assert_cmpstr (verdict->code, ==, code);
  g_object_unref (verdict);
}

/* Comes in, is refused at a second try, and goes out. */
static void
pass (DeskTest *test, MskDoorDesk *in, MskDoorDesk *out, gint64 person, Figures *figures)
{
  g_autofree char *code = desk_test_dup_badge_code (test, person);
  g_autoptr(GError) error = NULL;
  gint64 start;

  g_assert_true (msk_device_desk_answer_none (test->session, person, &error));
  desk_test_now++;
  start = g_get_monotonic_time ();
  note (&figures->badge, start, msk_door_desk_scan (in, code, &error), "identity-not-seen");
  start = g_get_monotonic_time ();
  note (&figures->in, start, msk_door_desk_see_identity (in, MSK_IDENTITY_KNOWN, &error),
        "admitted");
  start = g_get_monotonic_time ();
  note (&figures->refusal, start, msk_door_desk_scan (in, code, &error), "already-inside");
  start = g_get_monotonic_time ();
  note (&figures->out, start, msk_door_desk_scan (out, code, &error), "let-out");
}

static GBytes *
make_list (void)
{
  GString *csv = g_string_new ("姓名,单位,职务,身份,涉密等级\n");

  for (guint i = 0; i < PEOPLE; i++)
    g_string_append_printf (csv, "与会者%05u,第%u办公室,处长,出席,机密\n", i, i % 97);
  return g_string_free_to_bytes (csv);
}

static void
add_people (DeskTest *test)
{
  g_autoptr(GBytes) list = make_list ();
  const MskImportChoice choice = { 0 };
  g_autoptr(MskImportPreview) preview = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *seal = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  preview = msk_import_desk_read (test->session, list, &choice, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (msk_import_desk_confirm (test->session, preview, TRUE, &error), ==, PEOPLE);
  g_assert_no_error (error);
  msk_vetting_desk_submit (test->session, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  msk_vetting_desk_approve_rest (test->session, "同意", &error);
  g_assert_no_error (error);
  seal = msk_vetting_desk_seal (test->session, &error);
  g_assert_no_error (error);
}

/* Everybody of the long list in and out, in turn; at the end all of them are inside. */
static void
add_movements (DeskTest *test)
{
  for (guint round = 0; round < MOVEMENTS / PEOPLE + 1; round++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO door_movement (attendee_id, direction, at, identity, by_hand, user, "
          "station, "
          "reason) SELECT a.id, '%s', 1, '%s', 0, 'x', 'x', '' FROM attendee AS a JOIN "
          "attendee_list AS l ON l.number = a.list_number WHERE l.sealed_at IS NOT NULL AND "
          "a.vetting = 'approved' AND a.name LIKE '与会者%%'",
          round % 2 == 0 ? "in" : "out", round % 2 == 0 ? "known" : "none");

      desk_test_sql (test, sql);
    }
}

static void
measure (gboolean many, Figures *figures)
{
  DeskTest test = { NULL };
  g_autoptr(MskDoorDesk) in = NULL;
  g_autoptr(MskDoorDesk) out = NULL;

  desk_test_set_up (&test, NULL);
  if (many)
    {
      add_people (&test);
      add_movements (&test);
    }
  desk_test_open_doors (&test);
  in = msk_door_desk_new (test.session, MSK_DIRECTION_IN);
  out = msk_door_desk_new (test.session, MSK_DIRECTION_OUT);
  for (guint i = 0; i < ROUNDS; i++)
    pass (&test, in, out, comers[i % G_N_ELEMENTS (comers)], figures);
  g_clear_object (&in);
  g_clear_object (&out);
  desk_test_tear_down (&test, NULL);
}

/* Each within a frame. */
static gboolean
print_line (const char *name, Sample *few, Sample *many)
{
  const double few_median = get_quantile (few, 0.5), many_median = get_quantile (many, 0.5);

  g_print ("%-32s %9.3f ms %9.3f ms %9.3f ms %9.3f ms %8.2f\n", name, few_median,
           get_quantile (few, 0.99), many_median, get_quantile (many, 0.99),
           many_median / few_median);
  return many_median < FRAME_MS;
}

int
main (int argc, char **argv)
{
  g_autofree Figures *few = g_new0 (Figures, 1);
  g_autofree Figures *many = g_new0 (Figures, 1);
  gboolean within;

  /* On a disk: a commit is not done before it is there. */
  desk_test_place = g_get_tmp_dir ();
  desk_test_start (&argc, &argv);
  measure (FALSE, few);
  measure (TRUE, many);

  g_print ("%-32s %12s %12s %12s %12s %8s\n", "", "few: median", "99 %", "many: median", "99 %",
           "ratio");
  within = print_line ("badge, verdict alone", &few->badge, &many->badge);
  within = print_line ("admitted, after commit", &few->in, &many->in) && within;
  within = print_line ("refused and kept, after commit", &few->refusal, &many->refusal) && within;
  within = print_line ("let out, after commit", &few->out, &many->out) && within;
  g_print ("every median with %d people and %d movements is within a frame of %.1f ms: %s\n",
           PEOPLE, MOVEMENTS, FRAME_MS, within ? "yes" : "NO");
  return desk_test_run () != 0 || !within;
}
