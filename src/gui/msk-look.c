/* How a state looks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-look.h"

#include <glib/gi18n-lib.h>

#define DONE                                                                                       \
  {                                                                                                \
    "emblem-ok-symbolic", "success", NULL                                                          \
  }
#define OPEN                                                                                       \
  {                                                                                                \
    "content-loading-symbolic", "dim-label", NULL                                                  \
  }
#define AWAY                                                                                       \
  {                                                                                                \
    "go-next-symbolic", "accent", NULL                                                             \
  }
#define GONE                                                                                       \
  {                                                                                                \
    "window-close-symbolic", "dim-label", NULL                                                     \
  }
#define DOUBT                                                                                      \
  {                                                                                                \
    "dialog-question-symbolic", "warning", NULL                                                    \
  }
#define BAD                                                                                        \
  {                                                                                                \
    "dialog-warning-symbolic", "error", NULL                                                       \
  }

static const MskLook tones[] = {
  [MSK_TONE_DONE] = { "emblem-ok-symbolic", "verdict-done", "complete" },
  [MSK_TONE_WAITING] = { "content-loading-symbolic", "verdict-waiting", "message" },
  [MSK_TONE_REFUSED] = { "action-unavailable-symbolic", "verdict-refused", "dialog-warning" },
  [MSK_TONE_ALARM] = { "dialog-error-symbolic", "verdict-alarm", "dialog-error" },
};

static const MskLook vettings[] = {
  [MSK_VETTING_PROPOSED] = OPEN,
  [MSK_VETTING_APPROVED] = DONE,
  [MSK_VETTING_REJECTED] = { "action-unavailable-symbolic", "error", NULL },
  [MSK_VETTING_SUBMITTED] = AWAY,
  [MSK_VETTING_RETURNED] = DOUBT,
  [MSK_VETTING_WITHDRAWN] = GONE,
};

static const MskLook requests[] = {
  [MSK_REQUEST_OPEN] = OPEN,
  [MSK_REQUEST_APPROVED] = DONE,
  [MSK_REQUEST_REFUSED] = { "action-unavailable-symbolic", "error", NULL },
};

static const MskLook copies[MSK_COPY_N_STATES] = {
  [MSK_COPY_PRINTING] = OPEN,
  [MSK_COPY_IN_STORE] = DONE,
  [MSK_COPY_HELD] = AWAY,
  [MSK_COPY_AWAY] = AWAY,
  [MSK_COPY_RETURNED] = { "edit-undo-symbolic", "success", NULL },
  [MSK_COPY_SPOILED] = { "user-trash-symbolic", "warning", NULL },
  [MSK_COPY_VOID] = GONE,
  [MSK_COPY_DESTROYED] = GONE,
  [MSK_COPY_MISSING] = BAD,
  [MSK_COPY_WITH_ORIGINATOR] = GONE,
};

static const MskLook sweep_classes[] = {
  [MSK_SWEEP_RETURNED] = DONE,        [MSK_SWEEP_IN_STORE] = DONE,  [MSK_SWEEP_SPOILED] = DONE,
  [MSK_SWEEP_BY_PERMIT] = AWAY,       [MSK_SWEEP_DESTROYED] = GONE, [MSK_SWEEP_VOID] = GONE,
  [MSK_SWEEP_MISSING] = BAD,          [MSK_SWEEP_OUT] = BAD,        [MSK_SWEEP_FOUND] = DOUBT,
  [MSK_SWEEP_NOT_SEEN] = BAD,         [MSK_SWEEP_IN_PRINT] = DOUBT, [MSK_SWEEP_IN_PART] = BAD,
  [MSK_SWEEP_WITH_ORIGINATOR] = GONE,
};

static const MskLook balance_looks[] = { BAD, DONE };

MskLook
msk_look_of_tone (MskTone tone)
{
  g_return_val_if_fail (tone < G_N_ELEMENTS (tones), tones[MSK_TONE_ALARM]);

  return tones[tone];
}

MskLook
msk_look_of_vetting (MskVetting vetting)
{
  g_return_val_if_fail (vetting < G_N_ELEMENTS (vettings), vettings[MSK_VETTING_PROPOSED]);

  return vettings[vetting];
}

MskLook
msk_look_of_request (MskRequestState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (requests), requests[MSK_REQUEST_OPEN]);

  return requests[state];
}

MskLook
msk_look_of_copy (MskCopyState state, MskAttempt attempt)
{
  static const MskLook doubt = DOUBT;

  g_return_val_if_fail (state < MSK_COPY_N_STATES, copies[MSK_COPY_MISSING]);

  if (state == MSK_COPY_PRINTING &&
      (attempt == MSK_ATTEMPT_UNCERTAIN || attempt == MSK_ATTEMPT_SENT))
    return doubt;

  return copies[state];
}

MskLook
msk_look_of_sweep_class (MskSweepClass sweep_class)
{
  g_return_val_if_fail (sweep_class < G_N_ELEMENTS (sweep_classes),
                        sweep_classes[MSK_SWEEP_MISSING]);

  return sweep_classes[sweep_class];
}

MskLook
msk_look_of_balance (const MskBalance *balance)
{
  g_return_val_if_fail (balance != NULL, balance_looks[FALSE]);

  return balance_looks[msk_balance_holds (balance)];
}

const char *
msk_look_get_copy_word (MskCopyState state, MskAttempt attempt)
{
  return state == MSK_COPY_PRINTING ? msk_attempt_get_label (attempt)
                                    : msk_copy_state_get_label (state);
}

char *
msk_look_dup_copy_words (const MskCopy *copy)
{
  const char *word;

  g_return_val_if_fail (copy != NULL, NULL);

  word = msk_look_get_copy_word (copy->state, copy->attempt);
  if (copy->pages_back > 0)
    return g_strdup_printf (_ ("%s, %u of %u pages back"), word, copy->pages_back, copy->pages);
  return copy->recall == MSK_RECALL_NONE ? g_strdup (word)
                                         : g_strdup_printf (_ ("%s, recalled"), word);
}

MskLook
msk_look_of_listed_copy (const MskCopy *copy)
{
  static const MskLook bad = BAD;

  g_return_val_if_fail (copy != NULL, bad);

  return copy->pages_back > 0 || msk_copy_is_recalled_and_out (copy)
             ? bad
             : msk_look_of_copy (copy->state, copy->attempt);
}
