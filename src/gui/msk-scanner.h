/* Tells a barcode scanner's burst of keys from a person's typing. Pure: no display, no clock, no
 * events. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Keys further apart than this are a person's. The slowest scanners leave 50 ms; the rest is for a
 * busy machine. */
#define MSK_SCANNER_GAP_MS 80

/* A Return this soon after a code belongs to the code. */
#define MSK_SCANNER_TAIL_MS 200

/* So many digits in a burst that a Return ends are a code, though too few for a tag: a foreign one,
 * or one that was cut off. */
#define MSK_SCANNER_MIN_DIGITS 6

/* The same when letters are among them, since fast hands roll over letters more than over digits.
 */
#define MSK_SCANNER_MIN_MIXED 8

/* So many keys in a burst are no person's, whatever comes after them. */
#define MSK_SCANNER_CERTAIN 12

/* What is kept of one code; nothing of ours is longer, and the rest is swallowed. */
#define MSK_SCANNER_MAX_TEXT 512

typedef enum
{
  MSK_SCANNER_KEY_CHARACTER, /* types a character */
  MSK_SCANNER_KEY_END,       /* Return, Enter, Tab, line feed */
  MSK_SCANNER_KEY_CONTROL,   /* any key with Ctrl, Alt or Super held down */
  MSK_SCANNER_KEY_MODIFIER,  /* Shift, Ctrl and their like by themselves */
  MSK_SCANNER_KEY_OTHER,     /* arrows, function keys, Escape */
} MskScannerKeyKind;

typedef struct
{
  MskScannerKeyKind kind;
  gunichar character; /* for MSK_SCANNER_KEY_CHARACTER */
  guint keycode;      /* tells one key of the keyboard from another */
  guint32 time;       /* milliseconds of any clock; may wrap round */
} MskScannerKey;

typedef enum
{
  MSK_SCANNER_PASS,    /* a person's: let it go where it was going */
  MSK_SCANNER_HOLD,    /* not known yet: keep it */
  MSK_SCANNER_SWALLOW, /* the scanner's: drop it */
} MskScannerTake;

/* What to do with the keys that are held, first, and then with the key at hand. */
typedef struct
{
  gboolean give_back; /* the held keys are a person's: let them go, in order */
  gboolean forget;    /* the held keys are the scanner's: drop them */
  MskScannerTake take;
} MskScannerStep;

#define MSK_TYPE_SCANNER (msk_scanner_get_type ())
G_DECLARE_FINAL_TYPE (MskScanner, msk_scanner, MSK, SCANNER, GObject)

MskScanner *msk_scanner_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a burst that begins with a letter is a scanner's too; it is unless told otherwise. A
 * field for a passphrase wants such bursts for itself, since there are tokens that type one. */
void msk_scanner_set_takes_letters (MskScanner *self, gboolean takes_letters);

/* A key went down. */
MskScannerStep msk_scanner_press (MskScanner *self, const MskScannerKey *key);

/* A key went up. Needed to know a key that repeats because a person leans on it. */
void msk_scanner_release (MskScanner *self, guint keycode);

/* No key has come for MSK_SCANNER_GAP_MS: decides about what is held. take says nothing here. */
MskScannerStep msk_scanner_settle (MskScanner *self);

/* Whether msk_scanner_settle() has to be called when no further key comes. */
gboolean msk_scanner_is_undecided (MskScanner *self);

/* The next complete code, oldest first, or NULL. The caller owns it. */
char *msk_scanner_pop_code (MskScanner *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
