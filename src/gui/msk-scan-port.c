/* Where the scanner plugs into the windows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-port.h"

#include "msk-scanner.h"

/* After the keys that wait in the display's queue, so that a busy moment of ours does not look like
 * a pause of the scanner's. */
#define SETTLE_PRIORITY (G_PRIORITY_DEFAULT + 50)

/* On X11 and Wayland alike the digits above the letters are these, whatever the layout makes of
 * them. */
#define KEYCODE_1 10
#define KEYCODE_9 18
#define KEYCODE_0 19

struct _MskScanPort
{
  GObject parent_instance;

  MskScanner *scanner;
  GQueue held;      /* GdkEvent: shown to nobody yet */
  GQueue returning; /* GdkEvent: given back to the display, not come round yet */
  guint settle_id;
  guint flush_id;
};

enum
{
  SCANNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskScanPort, msk_scan_port, G_TYPE_OBJECT)

static void
drop_events (GQueue *events)
{
  g_queue_clear_full (events, (GDestroyNotify) gdk_event_unref);
}

/* Should a window go away while an event is on its way to it, nobody waits for that event for ever.
 */
static gboolean
flush_cb (gpointer user_data)
{
  MskScanPort *self = MSK_SCAN_PORT (user_data);

  self->flush_id = 0;
  drop_events (&self->returning);
  return G_SOURCE_REMOVE;
}

static void
send_back (MskScanPort *self, GdkEvent *event)
{
  g_queue_push_tail (&self->returning, gdk_event_ref (event));
  gdk_display_put_event (gdk_event_get_display (event), event);
  if (self->flush_id == 0)
    self->flush_id = g_idle_add (flush_cb, self);
}

static void
apply_to_held (MskScanPort *self, const MskScannerStep *step)
{
  if (step->give_back)
    for (GList *link = self->held.head; link != NULL; link = link->next)
      send_back (self, link->data);
  if (step->give_back || step->forget)
    drop_events (&self->held);
}

static void
announce_codes (MskScanPort *self)
{
  char *code;

  g_object_ref (self);
  while ((code = msk_scanner_pop_code (self->scanner)) != NULL)
    {
      g_signal_emit (self, signals[SCANNED], 0, code);
      explicit_bzero (code, strlen (code));
      g_free (code);
    }
  g_object_unref (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  MskScanPort *self = MSK_SCAN_PORT (user_data);
  MskScannerStep step;

  self->settle_id = 0;
  step = msk_scanner_settle (self->scanner);
  apply_to_held (self, &step);
  announce_codes (self);
  return G_SOURCE_REMOVE;
}

static void
await_next_key (MskScanPort *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (msk_scanner_is_undecided (self->scanner))
    self->settle_id =
        g_timeout_add_full (SETTLE_PRIORITY, MSK_SCANNER_GAP_MS, settle_cb, self, NULL);
}

static gunichar
read_digit (guint keyval, guint keycode, GdkModifierType state)
{
  const gunichar character = gdk_keyval_to_unicode (keyval);

  if (character >= '0' && character <= '9')
    return character;
  if ((state & GDK_SHIFT_MASK) == 0 && keycode >= KEYCODE_1 && keycode <= KEYCODE_9)
    return '1' + (keycode - KEYCODE_1);
  if ((state & GDK_SHIFT_MASK) == 0 && keycode == KEYCODE_0)
    return '0';
  return 0;
}

static gboolean
is_end (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter ||
         keyval == GDK_KEY_Linefeed || keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab;
}

static MskScannerKey
read_key (GdkEvent *event)
{
  const guint keyval = gdk_key_event_get_keyval (event);
  const guint keycode = gdk_key_event_get_keycode (event);
  const GdkModifierType state = gdk_event_get_modifier_state (event);
  const guint32 time = gdk_event_get_time (event);
  MskScannerKey key = { MSK_SCANNER_KEY_OTHER, 0, keycode, time };

  if (key.time == GDK_CURRENT_TIME)
    key.time = (guint32) (g_get_monotonic_time () / 1000);

  if (gdk_key_event_is_modifier (event))
    key.kind = MSK_SCANNER_KEY_MODIFIER;
  else if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    key.kind = MSK_SCANNER_KEY_CONTROL;
  else if (is_end (keyval))
    key.kind = MSK_SCANNER_KEY_END;
  else
    {
      key.character = read_digit (keyval, keycode, state);
      if (key.character == 0)
        key.character = gdk_keyval_to_unicode (keyval);
      if (g_unichar_isprint (key.character))
        key.kind = MSK_SCANNER_KEY_CHARACTER;
    }

  return key;
}

/* A key that passes must not overtake those before it that are on their way round. */
static gboolean
take_event (MskScanPort *self, GdkEvent *event, MskScannerTake take)
{
  switch (take)
    {
    case MSK_SCANNER_HOLD:
      g_queue_push_tail (&self->held, gdk_event_ref (event));
      return GDK_EVENT_STOP;
    case MSK_SCANNER_SWALLOW:
      return GDK_EVENT_STOP;
    case MSK_SCANNER_PASS:
    default:
      if (g_queue_is_empty (&self->returning))
        return GDK_EVENT_PROPAGATE;
      send_back (self, event);
      return GDK_EVENT_STOP;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                MskScanPort *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  MskScannerKey key;
  MskScannerStep step;
  gboolean stop;

  if (g_queue_remove (&self->returning, event))
    {
      gdk_event_unref (event);
      return GDK_EVENT_PROPAGATE;
    }

  key = read_key (event);
  step = msk_scanner_press (self->scanner, &key);
  apply_to_held (self, &step);
  stop = take_event (self, event, step.take);
  await_next_key (self);
  announce_codes (self);
  return stop;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint keyval,
                 guint keycode,
                 GdkModifierType state,
                 MskScanPort *self)
{
  msk_scanner_release (self->scanner, keycode);
}

static void
msk_scan_port_dispose (GObject *object)
{
  MskScanPort *self = MSK_SCAN_PORT (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->flush_id, g_source_remove);
  drop_events (&self->held);
  drop_events (&self->returning);
  g_clear_object (&self->scanner);

  G_OBJECT_CLASS (msk_scan_port_parent_class)->dispose (object);
}

static void
msk_scan_port_class_init (MskScanPortClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msk_scan_port_dispose;

  signals[SCANNED] =
      g_signal_new ("scanned", MSK_TYPE_SCAN_PORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
msk_scan_port_init (MskScanPort *self)
{
  self->scanner = msk_scanner_new ();
  g_queue_init (&self->held);
  g_queue_init (&self->returning);
}

MskScanPort *
msk_scan_port_new (void)
{
  return g_object_new (MSK_TYPE_SCAN_PORT, NULL);
}

void
msk_scan_port_set_takes_letters (MskScanPort *self, gboolean takes_letters)
{
  g_return_if_fail (MSK_IS_SCAN_PORT (self));

  msk_scanner_set_takes_letters (self->scanner, takes_letters);
}

void
msk_scan_port_attach (MskScanPort *self, GtkWidget *widget)
{
  GtkEventController *keys;

  g_return_if_fail (MSK_IS_SCAN_PORT (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_name (keys, "msk-scan-port");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb), self, 0);
  gtk_widget_add_controller (widget, keys);
}
