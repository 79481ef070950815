/* Tells a barcode scanner's burst of keys from a person's typing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scanner.h"

#include <string.h>

#include "msk-tag.h"

struct _MskScanner
{
  GObject parent_instance;

  GString *text;  /* of the burst so far, also what was let pass of it */
  gboolean mixed; /* it has other characters than digits */
  guint held;     /* keys that the caller keeps for us */
  gboolean takes_letters;
  gboolean foreign;  /* a burst with letters goes on that is not for us */
  gboolean certain;  /* it is a scanner's: keys are dropped, no longer held */
  gboolean has_time; /* last_time says something */
  guint32 last_time; /* of the newest key */
  guint down;        /* the newest key while it is down, else 0 */
  gboolean ended;    /* a code was completed at ended_time and no key of a person came since */
  guint32 ended_time;
  GQueue codes;
};

G_DEFINE_FINAL_TYPE (MskScanner, msk_scanner, G_TYPE_OBJECT)

static void
forget_burst (MskScanner *self)
{
  g_string_truncate (self->text, 0);
  self->mixed = FALSE;
  self->held = 0;
  self->certain = FALSE;
}

static void
give_back (MskScanner *self, MskScannerStep *step)
{
  step->give_back = step->give_back || self->held > 0;
  forget_burst (self);
}

/* A scanner without a suffix can leave two tags side by side. */
static void
complete (MskScanner *self, MskScannerStep *step)
{
  const gsize length = self->text->len;

  if (!self->mixed && length > MSK_TAG_LENGTH && length % MSK_TAG_LENGTH == 0)
    for (gsize start = 0; start < length; start += MSK_TAG_LENGTH)
      g_queue_push_tail (&self->codes, g_strndup (self->text->str + start, MSK_TAG_LENGTH));
  else
    g_queue_push_tail (&self->codes, g_strndup (self->text->str, length));

  step->forget = step->forget || self->held > 0;
  explicit_bzero (self->text->str, length);
  forget_burst (self);
  self->ended = TRUE;
  self->ended_time = self->last_time;
}

static void
settle (MskScanner *self, MskScannerStep *step)
{
  if (self->certain)
    complete (self, step);
  else
    give_back (self, step);
}

static gboolean
is_within (MskScanner *self, guint32 time, guint32 since, guint32 limit)
{
  return self->has_time && time - since <= limit;
}

static MskScannerTake
hold (MskScanner *self)
{
  if (self->certain)
    return MSK_SCANNER_SWALLOW;

  self->held++;
  return MSK_SCANNER_HOLD;
}

/* Letters by themselves are let pass, since a person must not notice us; but never a blank in a
 * burst, which would press a button. */
static MskScannerTake
take_character (MskScanner *self, gunichar character, MskScannerStep *step)
{
  const gboolean digit = character >= '0' && character <= '9';
  const gboolean hold_it = digit || self->held > 0 || (character == ' ' && self->text->len > 0);

  if (!self->takes_letters && !self->certain && (self->foreign || !digit))
    {
      give_back (self, step);
      self->foreign = TRUE;
      return MSK_SCANNER_PASS;
    }

  if (self->text->len < MSK_SCANNER_MAX_TEXT)
    g_string_append_unichar (self->text, character);
  self->mixed = self->mixed || !digit;

  if (!self->certain && self->text->len >= MSK_SCANNER_CERTAIN)
    {
      step->forget = step->forget || self->held > 0;
      self->held = 0;
      self->certain = TRUE;
    }

  return hold_it || self->certain ? hold (self) : MSK_SCANNER_PASS;
}

static MskScannerTake
take_end (MskScanner *self, const MskScannerKey *key, MskScannerStep *step)
{
  const gsize enough = self->mixed ? MSK_SCANNER_MIN_MIXED : MSK_SCANNER_MIN_DIGITS;

  if (self->text->len >= enough)
    {
      complete (self, step);
      return MSK_SCANNER_SWALLOW;
    }
  if (self->text->len == 0 && self->ended &&
      is_within (self, key->time, self->ended_time, MSK_SCANNER_TAIL_MS))
    return MSK_SCANNER_SWALLOW;

  give_back (self, step);
  return MSK_SCANNER_PASS;
}

static MskScannerTake
take_control (MskScanner *self, const MskScannerKey *key)
{
  if (self->held > 0 || self->certain)
    return hold (self);
  if (self->text->len == 0 && self->ended &&
      is_within (self, key->time, self->ended_time, MSK_SCANNER_GAP_MS))
    return MSK_SCANNER_SWALLOW;

  return MSK_SCANNER_PASS;
}

static MskScannerTake
take_key (MskScanner *self, const MskScannerKey *key, MskScannerStep *step)
{
  switch (key->kind)
    {
    case MSK_SCANNER_KEY_CHARACTER:
      return take_character (self, key->character, step);
    case MSK_SCANNER_KEY_END:
      return take_end (self, key, step);
    case MSK_SCANNER_KEY_CONTROL:
      return take_control (self, key);
    case MSK_SCANNER_KEY_MODIFIER:
    case MSK_SCANNER_KEY_OTHER:
    default:
      settle (self, step);
      return MSK_SCANNER_PASS;
    }
}

static void
msk_scanner_finalize (GObject *object)
{
  MskScanner *self = MSK_SCANNER (object);

  explicit_bzero (self->text->str, self->text->len);
  g_string_free (self->text, TRUE);
  g_queue_clear_full (&self->codes, g_free);

  G_OBJECT_CLASS (msk_scanner_parent_class)->finalize (object);
}

static void
msk_scanner_class_init (MskScannerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_scanner_finalize;
}

static void
msk_scanner_init (MskScanner *self)
{
  /* Room for the longest code from the start, so that no half code is left behind in memory when
   * the text grows. */
  self->takes_letters = TRUE;
  self->text = g_string_sized_new (MSK_SCANNER_MAX_TEXT + 8);
  g_queue_init (&self->codes);
}

MskScanner *
msk_scanner_new (void)
{
  return g_object_new (MSK_TYPE_SCANNER, NULL);
}

void
msk_scanner_set_takes_letters (MskScanner *self, gboolean takes_letters)
{
  g_return_if_fail (MSK_IS_SCANNER (self));

  self->takes_letters = takes_letters;
}

MskScannerStep
msk_scanner_press (MskScanner *self, const MskScannerKey *key)
{
  MskScannerStep step = { FALSE, FALSE, MSK_SCANNER_PASS };
  gboolean leaning;

  g_return_val_if_fail (MSK_IS_SCANNER (self), step);
  g_return_val_if_fail (key != NULL, step);

  if (key->kind == MSK_SCANNER_KEY_MODIFIER)
    return step;

  leaning = self->down != 0 && self->down == key->keycode && !self->certain;
  self->down = key->keycode;

  if (leaning)
    {
      give_back (self, &step);
      self->ended = FALSE;
      self->last_time = key->time;
      return step;
    }

  if (!is_within (self, key->time, self->last_time, MSK_SCANNER_GAP_MS))
    {
      settle (self, &step);
      self->foreign = FALSE;
    }
  step.take = take_key (self, key, &step);

  if (step.take == MSK_SCANNER_PASS && key->kind != MSK_SCANNER_KEY_CHARACTER)
    self->ended = FALSE;
  self->has_time = TRUE;
  self->last_time = key->time;
  return step;
}

void
msk_scanner_release (MskScanner *self, guint keycode)
{
  g_return_if_fail (MSK_IS_SCANNER (self));

  if (self->down == keycode)
    self->down = 0;
}

MskScannerStep
msk_scanner_settle (MskScanner *self)
{
  MskScannerStep step = { FALSE, FALSE, MSK_SCANNER_PASS };

  g_return_val_if_fail (MSK_IS_SCANNER (self), step);

  settle (self, &step);
  return step;
}

gboolean
msk_scanner_is_undecided (MskScanner *self)
{
  g_return_val_if_fail (MSK_IS_SCANNER (self), FALSE);

  return self->held > 0 || self->certain;
}

char *
msk_scanner_pop_code (MskScanner *self)
{
  g_return_val_if_fail (MSK_IS_SCANNER (self), NULL);

  return g_queue_pop_head (&self->codes);
}
