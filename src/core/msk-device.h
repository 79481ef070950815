/* A device that was handed in before the room, or found in it (M5), as it stood when it was read
 * from the register. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"
#include "msk-copy.h"
#include "msk-name.h"

G_BEGIN_DECLS

/* Numbers in a meeting. Who goes out at noon takes theirs along and gets a new one after. */
#define MSK_DEVICE_NUMBER_MAX 99999u

typedef enum
{
  MSK_DEVICE_PHONE,
  MSK_DEVICE_WATCH,
  MSK_DEVICE_TABLET,
  MSK_DEVICE_LAPTOP,
  MSK_DEVICE_RECORDER,
  MSK_DEVICE_CAMERA,
  MSK_DEVICE_USB,
  MSK_DEVICE_EARPHONES,
  MSK_DEVICE_CAR_KEY, /* with a remote */
  MSK_DEVICE_OTHER,
} MskDeviceKind;

#define MSK_DEVICE_N_KINDS (MSK_DEVICE_OTHER + 1)

typedef enum
{
  MSK_DEVICE_EXPECTED, /* declared; it has no tag that counts yet */
  MSK_DEVICE_DEPOSITED,
  MSK_DEVICE_RETURNED,
  MSK_DEVICE_VOID,
} MskDeviceState;

#define MSK_DEVICE_N_STATES (MSK_DEVICE_VOID + 1)

/* What a person last said or did about their devices; the name is what the register keeps. */
typedef enum
{
  MSK_DEVICE_ANSWER_NONE,     /* “no (other) device on me” */
  MSK_DEVICE_ANSWER_DECLARED, /* a device was handed in */
  MSK_DEVICE_ANSWER_LEFT,     /* went out */
  MSK_DEVICE_ANSWER_RETURNED, /* got a device back */
  MSK_DEVICE_ANSWER_VOID,     /* a deposit of theirs was a mistake */
  MSK_DEVICE_ANSWER_FOUND,    /* a device of theirs was found in the room */
} MskDeviceAnswer;

/* What is put into the register. */
typedef struct
{
  gint64 attendee_id; /* whose it is; 0 for one found in the room that nobody is known to own */
  MskDeviceKind kind;
  const char *description; /* or "" */
  const char *shelf;       /* where it lies */
  gint64 incident_id;      /* that it was found in, or 0 */
} MskDeviceDraft;

/* A device that was found in the room. */
typedef struct
{
  gint64 attendee_id; /* whose it is, or 0 */
  const char *finder; /* full name */
  const char *zone;   /* where in the venue */
  const char *text;   /* what was found, and how */
} MskDeviceFinding;

#define MSK_TYPE_DEVICE (msk_device_get_type ())
G_DECLARE_FINAL_TYPE (MskDevice, msk_device, MSK, DEVICE, GObject)

struct _MskDevice
{
  GObject parent_instance;

  guint number;       /* of the devices' own series */
  gint64 attendee_id; /* owner, 0 while unknown */
  char *owner;        /* their name, or "" */
  char *unit;         /* theirs, or "" */
  gint64 incident_id; /* that it was found in, or 0 */
  MskDeviceKind kind;
  char *description;
  char *shelf;
  gint64 registered_at;
  char *registered_by; /* user */
  MskDeviceState state;
  gint64 serial;      /* of the newest tag, 0 before the first */
  MskAttempt tag;     /* how that tag stands: RESERVED before the first, never SPOILED */
  gint64 changed_at;  /* when it came into its state */
  gboolean owner_out; /* the owner has left the room since */
};

MskDevice *msk_device_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* "device 00001", for the ledger. The caller owns it. */
char *msk_device_dup_subject (guint number) G_GNUC_WARN_UNUSED_RESULT;

/* A device has a place on a shelf. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_device_check_draft (const MskDeviceDraft *draft, GError **error);

/* A finding has a finder, a place and a text. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_device_check_finding (const MskDeviceFinding *finding, GError **error);

/* It is not back with its owner and not void, so it may have a tag. Fails with
 * MSK_RULE_ERROR_ALREADY_RETURNED or _DEVICE_VOID. */
gboolean msk_device_check_taggable (MskDevice *self, GError **error);

/* Its tag was just looked at for the first time. Fails as msk_device_check_taggable(), with
 * MSK_RULE_ERROR_ALREADY_GOOD, or _LABEL_NOT_CONFIRMED for one that was not printed. */
gboolean msk_device_check_confirmable (MskDevice *self, GError **error);

/* It lies in deposit. Fails with MSK_RULE_ERROR_ALREADY_RETURNED, _DEVICE_VOID, or _NOT_DEPOSITED.
 */
gboolean msk_device_check_returnable (MskDevice *self, GError **error);

/* Its newest tag was seen on it, so that the owner's part says whose it is. Fails with
 * MSK_RULE_ERROR_LABEL_NOT_CONFIRMED. */
gboolean msk_device_check_tag_seen (MskDevice *self, GError **error);

/* It is given back to its owner and to nobody else. entries: all that the person is on the lists by
 * (of gint64). Fails with MSK_RULE_ERROR_NOT_THE_OWNER, naming the owner. */
gboolean msk_device_check_owner (MskDevice *self, const GArray *entries, GError **error);

/* Without a tag two persons answer for it: witness is another than the clerk who is signed in as
 * user, and than the owner. Fails with MSK_INPUT_ERROR_BAD_VALUE or MSK_ACCESS_ERROR_SAME_PERSON.
 */
gboolean msk_device_check_word (MskDevice *self,
                                const char *user,
                                const char *witness,
                                MskNamePair alike,
                                GError **error);

/* It was registered by mistake: what lies in deposit is given back instead. Fails with
 * MSK_RULE_ERROR_ALREADY_DEPOSITED, _ALREADY_RETURNED or _DEVICE_VOID. */
gboolean msk_device_check_voidable (MskDevice *self, GError **error);

/* All in the user's language. Static text. */
const char *msk_device_kind_get_label (MskDeviceKind kind);
const char *msk_device_state_get_label (MskDeviceState state);
const char *msk_device_tag_get_label (MskAttempt tag);

/* The kind for paper that both languages read: "手机 phone". The caller owns it. */
char *msk_device_kind_dup_words (MskDeviceKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
