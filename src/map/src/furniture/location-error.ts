import { say } from "../say";

/** Why the device's location is not known, and what the reader can do about it. */
export function explainLocationError(error: GeolocationPositionError | undefined): string {
  switch (error?.code) {
    case 1:
      return say(
        "Trình duyệt chưa được phép dùng vị trí. Hãy cho phép ở biểu tượng cạnh địa chỉ trang rồi thử lại.",
        "The browser may not use your location. Allow it beside the page's address and try again.",
      );
    case 3:
      return say(
        "Chưa tìm được vị trí trong 10 giây. Hãy ra chỗ thoáng rồi thử lại.",
        "Your location was not found within 10 seconds. Try again in the open.",
      );
    default:
      return say("Thiết bị không cho biết vị trí.", "The device does not give its location.");
  }
}
